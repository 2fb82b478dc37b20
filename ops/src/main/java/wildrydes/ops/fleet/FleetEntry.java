package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.Optional;

/** An item of the unicorns table, as read. */
public sealed interface FleetEntry {

  Stall stall();

  String name();

  /**
   * A unicorn.
   *
   * @param lease the last one it had, perhaps long over
   */
  record Standing(Stall stall, PlacedUnicorn placed, Optional<Lease> lease) implements FleetEntry {

    @Override
    public String name() {
      return placed.name();
    }

    /** The lease, if it is not over. */
    public Optional<Lease> leaseAt(Instant now) {
      return lease.filter(held -> !held.until().isBefore(now));
    }
  }

  /**
   * An item that is not a whole unicorn, which no search finds. It can be removed, or put right by
   * loading its unicorn from a file.
   *
   * @param why names what is wrong with it
   */
  record Damaged(Stall stall, String why) implements FleetEntry {

    @Override
    public String name() {
      return stall.name();
    }
  }
}
