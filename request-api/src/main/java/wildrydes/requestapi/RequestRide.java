package wildrydes.requestapi;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;

/**
 * Accepts a rider's request: stores the ride, then queues it for the dispatcher, where it goes
 * next: {@code wildrydes.dispatcher.DispatchRide}.
 */
public final class RequestRide {

  private final Rides rides;
  private final RideRequests requests;
  private final RideIds ids;
  private final OpenRides open;
  private final InstantSource clock;

  public RequestRide(
      Rides rides, RideRequests requests, RideIds ids, OpenRides open, InstantSource clock) {
    this.rides = rides;
    this.requests = requests;
    this.ids = ids;
    this.open = open;
    this.clock = clock;
  }

  /** What a request came to. */
  public sealed interface Answer {

    /** The ride stands and is on its way; it may be one that was asked for before. */
    record Accepted(Ride ride) implements Answer {}

    /** The key stands for a ride from another place. */
    record KeyReused(RideId rideId) implements Answer {}

    /**
     * The rider already waits for as many rides as they may.
     *
     * @param oldest since when for the oldest of them
     */
    record TooManyOpen(Instant oldest) implements Answer {}
  }

  /**
   * Makes at most one ride per rider and key, however often it is called.
   *
   * @param idempotencyKey without one, every call is a new ride
   */
  public Answer request(String rider, Location pickup, Optional<String> idempotencyKey) {
    RideId id = idempotencyKey.map(key -> RideIds.of(rider, key)).orElseGet(ids::random);
    if (!open.admit(rider, id)) {
      return new Answer.TooManyOpen(open.oldest(rider));
    }
    var asked = Ride.requested(id, rider, pickup, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Ride ride = rides.putIfAbsent(asked);
    if (!ride.pickupLocation().equals(pickup)) {
      return new Answer.KeyReused(id);
    }
    // Nobody knows whether an earlier try, which left the ride requested, still got it queued. A
    // second message for one ride is harmless; a ride without any would wait for ever.
    if (ride.status() instanceof Ride.Status.Requested) {
      requests.send(ride.request());
    }
    return new Answer.Accepted(ride);
  }
}
