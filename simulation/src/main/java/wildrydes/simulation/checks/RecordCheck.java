package wildrydes.simulation.checks;

import static wildrydes.simulation.checks.Items.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;
import wildrydes.simulation.model.ItemChange;
import wildrydes.simulation.world.Deployment;
import wildrydes.simulation.world.World;

/**
 * A ride has one outcome, which only an assignment or the lack of one may follow after a failure;
 * and it is assigned a unicorn only while it has it.
 */
final class RecordCheck implements Watcher {

  private static final String RIDES = Deployment.tableName("RidesTable");

  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "", Set.of("REQUESTED"),
          "REQUESTED", Set.of("ASSIGNED", "UNASSIGNED", "FAILED"),
          "FAILED", Set.of("ASSIGNED", "UNASSIGNED"));

  /** A lease counts as over only this long after its end: ADR 3. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final World world;
  private final History history;
  private final Scheduler time;
  private final boolean clocksAgree;
  private final Map<String, Integer> outcomes = new HashMap<>();

  RecordCheck(World world, boolean clocksAgree) {
    this.world = world;
    this.history = world.history();
    this.time = world.cloud().scheduler();
    this.clocksAgree = clocksAgree;
  }

  /** How often each outcome was recorded. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  @Override
  public void changed(ItemChange change, Exchange by) {
    if (!change.table().equals(RIDES) || change.before().equals(change.after())) {
      return;
    }
    String before = text(change.before(), "Status").orElse("");
    String after = text(change.after(), "Status").orElse("nothing");
    String ride = text(change.after(), "RideId").orElse("?");
    if (!NEXT.getOrDefault(before, Set.of()).contains(after)) {
      history.violation(Rule.STATES_MOVE_FORWARD, ride + " was " + before + ", then " + after);
    }
    boolean byItsOwner = by.call().function().equals(before.isEmpty() ? "RequestApi" : "Recorder");
    if (!byItsOwner) {
      history.violation(Rule.ONE_WRITER, ride + " became " + after + " by " + by);
    }
    if (!before.isEmpty()) {
      outcomes.merge(after, 1, Integer::sum);
      sameRide(change);
      timeline(ride, after, change);
    }
    if (after.equals("ASSIGNED")) {
      assigned(ride, change.after());
    }
  }

  /** What the rider has asked for stays as it was. */
  private void sameRide(ItemChange change) {
    for (String name : Set.of("User", "PickupLocation", "RequestTime", "ExpiresAt")) {
      AttributeValue before = change.before().get(name);
      if (before == null || !before.equals(change.after().get(name))) {
        history.violation(Rule.REQUESTS_STAY, name + " was changed");
      }
    }
  }

  /** Each outcome adds its three stages to those that stand there. */
  private void timeline(String ride, String outcome, ItemChange change) {
    var expected = new ArrayList<>(stages(change.before()));
    expected.addAll(List.of("DISPATCHED", outcome, "RECORDED"));
    if (!stages(change.after()).equals(expected)) {
      history.violation(
          Rule.TIMELINES_ARE_WHOLE,
          ride + " became " + outcome + " with " + stages(change.after()));
    }
  }

  private static List<String> stages(Map<String, AttributeValue> record) {
    var stages = record.getOrDefault("Timeline", AttributeValue.fromL(List.of())).l();
    return stages.stream().map(stage -> text(stage.m(), "Stage").orElse("?")).toList();
  }

  private void assigned(String ride, Map<String, AttributeValue> record) {
    String name = text(record, "UnicornName").orElse("?");
    Optional<Map<String, AttributeValue>> unicorn =
        world.cloud().dynamoDb().items(Deployment.tableName("UnicornsTable")).stream()
            .filter(item -> text(item, "Name").filter(name::equals).isPresent())
            .findFirst();
    boolean itHasIt =
        unicorn.flatMap(item -> text(item, "RideId")).filter(ride::equals).isPresent();
    if (clocksAgree && !itHasIt) {
      history.violation(
          Rule.RECORDED_WITH_ITS_UNICORN,
          ride
              + " was assigned "
              + name
              + ", which ride "
              + unicorn.flatMap(u -> text(u, "RideId")).orElse("none")
              + " has");
    }
    Instant until = text(record, "LeaseUntil").map(Instant::parse).orElse(Instant.MIN);
    // Whose clock the lease is told by is not known here; two of them disagree by that much.
    Duration skew = world.scenario().maxSkew().multipliedBy(2);
    if (clocksAgree && until.plus(GRACE).plus(skew).isBefore(time.instant())) {
      history.violation(
          Rule.RECORDED_WITHIN_ITS_LEASE, ride + " was assigned " + name + " until " + until);
    }
  }
}
