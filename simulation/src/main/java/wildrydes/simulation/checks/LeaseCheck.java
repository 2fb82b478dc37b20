package wildrydes.simulation.checks;

import static wildrydes.simulation.checks.Items.busyUntil;
import static wildrydes.simulation.checks.Items.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Invocation;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;
import wildrydes.simulation.model.ItemChange;
import wildrydes.simulation.world.Deployment;
import wildrydes.simulation.world.World;

/**
 * No unicorn serves two rides at once, in true time; and a ride that is worked again goes on with
 * the unicorn it has.
 */
final class LeaseCheck implements Watcher {

  private static final String RIDES = Deployment.tableName("RidesTable");

  /** A lease of a unicorn, its end in true time. */
  private record Lease(String unicorn, Instant end, Optional<Invocation> by) {}

  private final History history;
  private final Scheduler time;
  private final boolean clocksAgree;
  private final Duration staleness;
  private final Map<String, Lease> byUnicorn = new HashMap<>();
  private final Map<String, Lease> byRide = new HashMap<>();
  private final Map<String, Long> decidedNanos = new HashMap<>();
  private final Set<String> claimedLate = new HashSet<>();
  private int secondClaims;

  LeaseCheck(World world, boolean clocksAgree) {
    this.history = world.history();
    this.time = world.cloud().scheduler();
    this.clocksAgree = clocksAgree;
    this.staleness = world.scenario().staleness();
  }

  /** How often a ride claimed a second unicorn while it had one: races only. */
  int secondClaims() {
    return secondClaims;
  }

  @Override
  public void changed(ItemChange change, Exchange by) {
    if (change.table().equals(RIDES)) {
      String status = text(change.after(), "Status").orElse("");
      if (status.equals("ASSIGNED") || status.equals("UNASSIGNED")) {
        decidedNanos.putIfAbsent(text(change.after(), "RideId").orElse("?"), time.nanos());
      }
      return;
    }
    if (change.before().isEmpty() || change.after().isEmpty()) {
      history.violation(Rule.UNICORNS_STAY, by + " did");
      return;
    }
    String unicorn = text(change.after(), "Name").orElse("?");
    String ride = text(change.after(), "RideId").orElse("?");
    Instant until = busyUntil(change.after()).orElse(Instant.MIN);
    nobodyClaimsForWhatIsDecided(ride, by);
    var lease = new Lease(unicorn, until.minus(by.caller().clockSkew()), history.invocationOf(by));
    if (text(change.before(), "RideId").filter(ride::equals).isPresent()) {
      renewed(change.before(), ride, until);
    } else {
      claimed(unicorn, ride, by);
      aSecondOne(ride, lease, by);
    }
    byUnicorn.put(unicorn, lease);
    byRide.put(ride, lease);
  }

  private void claimed(String unicorn, String ride, Exchange by) {
    Lease before = byUnicorn.get(unicorn);
    if (clocksAgree && before != null && before.end().isAfter(time.instant())) {
      history.violation(
          Rule.LEASED_TO_ONE_RIDE,
          unicorn + " was leased to " + ride + " by " + by + ", and busy until " + before.end());
    }
  }

  private void nobodyClaimsForWhatIsDecided(String ride, Exchange by) {
    long decided = decidedNanos.getOrDefault(ride, Long.MAX_VALUE);
    if (history.invocationOf(by).filter(i -> i.startNanos() > decided).isPresent()) {
      history.violation(Rule.DONE_IS_DONE, by + " claimed for " + ride);
    }
  }

  private void renewed(Map<String, AttributeValue> before, String ride, Instant until) {
    if (busyUntil(before).filter(until::isBefore).isPresent()) {
      history.violation(
          Rule.LEASES_ARE_NOT_SHORTENED,
          text(before, "Name").orElse("?") + " of ride " + ride + " was");
    }
  }

  /**
   * Allowed only if two deliveries were worked at the same time, if a claim landed late, or if the
   * message is a new one: a redrive's, say. Nothing tells a dispatcher that such a ride has a claim
   * beyond the nearest unicorn, and to search all cells for each would cost more than it saves.
   */
  private void aSecondOne(String ride, Lease lease, Exchange by) {
    if (by.fault() == Fault.LATE) {
      claimedLate.add(ride);
    }
    Lease first = byRide.get(ride);
    if (first == null || !first.end().isAfter(time.instant())) {
      return;
    }
    secondClaims++;
    boolean again =
        first.by().isPresent()
            && lease.by().isPresent()
            && first.by().get().endNanos() < lease.by().get().startNanos() - staleness.toNanos()
            && isRedelivered(ride, lease.by().get());
    if (clocksAgree && again && !claimedLate.contains(ride)) {
      history.violation(
          Rule.GOES_ON_WITH_ITS_CLAIM,
          ride + " has " + first.unicorn() + " and claimed " + lease.unicorn());
    }
  }

  /** Whether all of the batch's messages about the ride have been delivered before. */
  private static boolean isRedelivered(String ride, Invocation invocation) {
    return invocation.batch().stream()
        .filter(message -> message.body().contains(ride))
        .noneMatch(m -> "1".equals(m.attributesAsStrings().get("ApproximateReceiveCount")));
  }
}
