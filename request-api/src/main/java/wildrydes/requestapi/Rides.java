package wildrydes.requestapi;

import java.util.Optional;
import java.util.Set;
import wildrydes.messages.RideId;

/** The rides that were requested and have not expired. */
public interface Rides {

  /** Stores the ride unless one stands under its id already; returns the one that stands there. */
  Ride putIfAbsent(Ride ride);

  /** The ride as last written. */
  Optional<Ride> find(RideId id);

  /** Those of them that stand and have no outcome; perhaps also some that have just got one. */
  Set<RideId> requestedAmong(Set<RideId> ids);
}
