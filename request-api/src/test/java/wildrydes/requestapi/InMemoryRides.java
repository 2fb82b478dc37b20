package wildrydes.requestapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wildrydes.messages.RideId;

/** The rides without a database; they pass the same contract as those with one. */
public final class InMemoryRides implements Rides {

  private final Map<RideId, Ride> rides = new HashMap<>();

  /** Overwrites the ride, as the recorder would. */
  public synchronized void put(Ride ride) {
    rides.put(ride.id(), ride);
  }

  /** How many there are. */
  public synchronized int count() {
    return rides.size();
  }

  @Override
  public synchronized Ride putIfAbsent(Ride ride) {
    Ride standing = rides.putIfAbsent(ride.id(), ride);
    return standing == null ? ride : standing;
  }

  @Override
  public synchronized Optional<Ride> find(RideId id) {
    return Optional.ofNullable(rides.get(id));
  }
}
