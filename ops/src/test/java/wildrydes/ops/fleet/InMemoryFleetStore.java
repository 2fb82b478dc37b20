package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.ops.fleet.FleetEntry.Standing;

/** The fleet store's fake: it passes the same contract as DynamoDB. */
public final class InMemoryFleetStore implements FleetStore {

  private final Map<Stall, FleetEntry> entries = new HashMap<>();

  @Override
  public synchronized List<FleetEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public synchronized Change add(PlacedUnicorn unicorn) {
    Stall stall = stallOf(unicorn);
    FleetEntry present = entries.putIfAbsent(stall, free(unicorn));
    return present == null
            || (present instanceof Standing standing && standing.placed().equals(unicorn))
        ? new Change.Done()
        : new Change.Overtaken();
  }

  @Override
  public synchronized Change replace(Stall from, PlacedUnicorn to, Instant now) {
    FleetEntry present = entries.get(from);
    if (present == null || (!stallOf(to).equals(from) && entries.containsKey(stallOf(to)))) {
      return new Change.Overtaken();
    }
    Optional<Lease> lease = leaseAt(present, now);
    if (lease.isPresent()) {
      return new Change.Busy(lease.get().until());
    }
    entries.remove(from);
    entries.put(stallOf(to), free(to));
    return new Change.Done();
  }

  @Override
  public synchronized Change remove(Stall stall, Instant now) {
    Optional<Lease> lease =
        Optional.ofNullable(entries.get(stall)).flatMap(entry -> leaseAt(entry, now));
    if (lease.isPresent()) {
      return new Change.Busy(lease.get().until());
    }
    entries.remove(stall);
    return new Change.Done();
  }

  /** Gives the unicorn to a ride. */
  public synchronized void lease(Stall stall, Instant until) {
    if (entries.get(stall) instanceof Standing standing) {
      var lease = new Lease(until, Optional.of("a-ride"));
      entries.put(stall, new Standing(stall, standing.placed(), Optional.of(lease)));
    }
  }

  /** Puts something there that is no whole unicorn. */
  public synchronized void damage(Stall stall) {
    entries.put(stall, new FleetEntry.Damaged(stall, "Color is missing or no text"));
  }

  /** Where the unicorn's item would be. */
  public static Stall stallOf(PlacedUnicorn unicorn) {
    return FleetItem.stall(UnicornItem.of(unicorn.unicorn(), unicorn.location()));
  }

  private static Standing free(PlacedUnicorn unicorn) {
    return new Standing(stallOf(unicorn), unicorn, Optional.empty());
  }

  private static Optional<Lease> leaseAt(FleetEntry entry, Instant now) {
    return entry instanceof Standing standing ? standing.leaseAt(now) : Optional.empty();
  }
}
