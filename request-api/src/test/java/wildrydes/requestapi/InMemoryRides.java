package wildrydes.requestapi;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;

/** The rides without a database; they pass the same contract as those with one. */
public final class InMemoryRides implements Rides {

  private static final Ride.Status GONE = new Ride.Status.Unassigned();

  private final Map<RideId, Ride> rides = new HashMap<>();

  /** Overwrites the ride, as the recorder would. */
  public synchronized void put(Ride ride) {
    rides.put(ride.id(), ride);
  }

  /** How many there are. */
  public synchronized int count() {
    return rides.size();
  }

  public synchronized List<Ride> all() {
    return List.copyOf(rides.values());
  }

  /** Gives a ride that stands an outcome. */
  public synchronized void decide(RideId id, Ride.Status status, Stage... decided) {
    Ride ride = find(id).orElseThrow();
    put(
        new Ride(
            id, ride.rider(), ride.pickupLocation(), ride.requestTime(), status, List.of(decided)));
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

  @Override
  public synchronized Set<RideId> requestedAmong(Set<RideId> ids) {
    return ids.stream()
        .filter(id -> find(id).map(Ride::status).orElse(GONE) instanceof Ride.Status.Requested)
        .collect(toUnmodifiableSet());
  }
}
