package wildrydes.simulation.checks;

import static wildrydes.simulation.checks.Items.busyUntil;
import static wildrydes.simulation.checks.Items.number;
import static wildrydes.simulation.checks.Items.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideRequested;
import wildrydes.messages.UnreadableMessage;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Invocation;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;
import wildrydes.simulation.model.ItemChange;
import wildrydes.simulation.world.Deployment;
import wildrydes.simulation.world.Scenario;
import wildrydes.simulation.world.World;

/**
 * A ride gets the nearest free unicorn, and goes without one only if none is free within reach:
 * where a batch is one ride alone, nothing goes wrong, and nobody else changes the fleet meanwhile.
 */
final class SearchCheck implements Watcher {

  private static final String UNICORNS = Deployment.tableName("UnicornsTable");
  private static final double REACH = Deployment.setting("Dispatcher", "MAX_PICKUP_METERS");

  /**
   * For so long after its end a lease may be seen as over or not: it counts as over five seconds
   * late, by a clock that may be slow, and a search began up to two seconds before it is judged.
   * Reads are not stale here, for the fleet has not changed for longer than they could be.
   */
  private static final Duration DOUBT =
      RecordCheck.GRACE.plus(Scenario.BOUNDED_SKEW).plusSeconds(2);

  private static final double METER = 1;

  private final World world;
  private final History history;
  private final Scheduler time;
  private final Set<Invocation> undisturbed = new HashSet<>();
  private final Map<Invocation, String> claims = new HashMap<>();

  /** When the fleet changed last; at the start it had been as it was for long. */
  private long lastChange = Long.MIN_VALUE / 2;

  /** One for all runs: building it takes longer than a run. */
  private static final MessageCodec CODEC = new MessageCodec();

  SearchCheck(World world) {
    this.world = world;
    this.history = world.history();
    this.time = world.cloud().scheduler();
  }

  @Override
  public void began(Invocation invocation) {
    boolean settled = lastChange + world.scenario().staleness().toNanos() < invocation.startNanos();
    if (invocation.function().equals("Dispatcher") && invocation.batch().size() == 1 && settled) {
      undisturbed.add(invocation);
    }
  }

  @Override
  public void changed(ItemChange change, Exchange by) {
    if (!change.table().equals(UNICORNS)) {
      return;
    }
    lastChange = time.nanos();
    Optional<Invocation> claimer = history.invocationOf(by);
    undisturbed.removeIf(invocation -> !claimer.filter(invocation::equals).isPresent());
    claimer
        .filter(undisturbed::contains)
        .ifPresent(
            invocation -> {
              claims.put(invocation, text(change.after(), "Name").orElse("?"));
              check(invocation, Optional.of(change));
            });
  }

  @Override
  public void ended(Invocation invocation) {
    boolean wentWithout = undisturbed.remove(invocation) && claims.remove(invocation) == null;
    if (wentWithout && !invocation.troubled() && invocation.end() == Invocation.End.ANSWERED) {
      boolean decided = request(invocation).filter(r -> isDecided(r.rideId().value())).isPresent();
      if (!decided) {
        check(invocation, Optional.empty());
      }
    }
  }

  private void check(Invocation invocation, Optional<ItemChange> claim) {
    Optional<RideRequested> request = request(invocation);
    if (request.isEmpty() || invocation.troubled()) {
      return;
    }
    Location pickup = request.get().pickupLocation();
    String ride = request.get().rideId().value();
    double best = Double.MAX_VALUE;
    String bestName = "nobody";
    for (Map<String, AttributeValue> item : fleet(claim)) {
      if (isInDoubt(item)) {
        return;
      }
      double meters = Distance.meters(pickup, number(item, "Latitude"), number(item, "Longitude"));
      boolean ours = text(item, "RideId").filter(ride::equals).isPresent();
      boolean free = busyUntil(item).filter(until -> until.isAfter(time.instant())).isEmpty();
      if (ours && !free) {
        // It goes on with the unicorn it has, however far.
        return;
      }
      if (free && meters <= REACH && meters < best) {
        best = meters;
        bestName = text(item, "Name").orElse("?");
      }
    }
    double got =
        claim
            .map(ItemChange::after)
            .map(i -> Distance.meters(pickup, number(i, "Latitude"), number(i, "Longitude")))
            .orElse(Double.MAX_VALUE);
    if (got > best + METER && best < REACH - METER) {
      history.violation(
          Rule.NEAREST_FREE_UNICORN,
          ride
              + " got "
              + claim.flatMap(c -> text(c.after(), "Name")).orElse("nobody")
              + ", not "
              + bestName);
    }
  }

  /** The fleet as it was before the claim. */
  private List<Map<String, AttributeValue>> fleet(Optional<ItemChange> claim) {
    return world.cloud().dynamoDb().items(UNICORNS).stream()
        .map(item -> claim.filter(c -> c.after().equals(item)).map(ItemChange::before).orElse(item))
        .toList();
  }

  private boolean isInDoubt(Map<String, AttributeValue> item) {
    Instant now = time.instant();
    return busyUntil(item)
        .filter(until -> !until.isAfter(now) && until.plus(DOUBT).isAfter(now))
        .isPresent();
  }

  private boolean isDecided(String ride) {
    return world.cloud().dynamoDb().items(Deployment.tableName("RidesTable")).stream()
        .filter(item -> text(item, "RideId").filter(ride::equals).isPresent())
        .anyMatch(item -> !text(item, "Status").orElse("").equals("REQUESTED"));
  }

  private Optional<RideRequested> request(Invocation invocation) {
    try {
      Message message = invocation.batch().getFirst();
      return Optional.of(CODEC.readRequest(message.body()));
    } catch (UnreadableMessage e) {
      return Optional.empty();
    }
  }
}
