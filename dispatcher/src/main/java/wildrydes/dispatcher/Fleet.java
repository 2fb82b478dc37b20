package wildrydes.dispatcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wildrydes.messages.RideId;

/** All unicorns, and who has them until when. A lease ends by itself; nobody releases a unicorn. */
public interface Fleet {

  /**
   * How far a look sees ahead. It is also how long a unicorn that is added or moved may be
   * overlooked by who has just seen that nobody is free there.
   */
  Duration FORESIGHT = Duration.ofMinutes(1);

  /**
   * What a look at an area found.
   *
   * @param free all unicorns there that are free for the ride, or, if not {@code complete}, some
   * @param nextFree when the first of the other leases seen there ends, or, if that is later or
   *     there is none, where the look's {@link #FORESIGHT} does
   * @param complete whether all unicorns there were looked at
   */
  record Look(Area area, List<FreeUnicorn> free, Instant nextFree, boolean complete) {}

  /**
   * Looks at areas: which of their unicorns no ride has, whose lease ended before {@code now}, or
   * that this ride has already. Perhaps a moment old: only {@link #claim} decides.
   *
   * @param most unicorns, busy ones included, that are looked at in a whole cell before it is left
   *     incomplete; a part of a cell is always looked at in full
   * @return one look for each area, in their order
   */
  List<Look> look(List<Area> areas, int most, RideId ride, Instant now);

  /**
   * Leases the unicorn to the ride, unless another ride has it at {@code now} or it is gone. Asked
   * again for the same ride, it may lengthen the lease and never shortens it.
   *
   * @return until when the ride has the unicorn, at least {@code until}; nothing if it has it not
   */
  Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until);

  /**
   * Whether a claim is not worth a call, for a ride that is dispatched together with this one has
   * tried for the unicorn.
   */
  default boolean isSpokenFor(FreeUnicorn unicorn, RideId ride) {
    return false;
  }
}
