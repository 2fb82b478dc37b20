package wildrydes.dispatcher;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wildrydes.messages.RideId;

/** All unicorns, and who has them until when. A lease ends by itself; nobody releases a unicorn. */
public interface Fleet {

  /**
   * All unicorns of the cell that no ride has, whose lease ended before {@code now}, or that this
   * ride has already. Perhaps a moment old: only {@link #claim} decides.
   */
  List<FreeUnicorn> freeIn(Cell cell, RideId ride, Instant now);

  /**
   * Leases the unicorn to the ride, unless another ride has it at {@code now} or it is gone. Asked
   * again for the same ride, it may lengthen the lease and never shortens it.
   *
   * @return until when the ride has the unicorn, at least {@code until}; nothing if it has it not
   */
  Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until);
}
