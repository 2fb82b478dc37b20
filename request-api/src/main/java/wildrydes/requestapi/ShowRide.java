package wildrydes.requestapi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import wildrydes.messages.RideId;

/** Shows riders their rides, and nobody else's: those look as if they did not exist. */
public final class ShowRide {

  private final Rides rides;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * Shows what stands in {@code rides}.
   *
   * @param patience after which a ride without an outcome counts as failed
   */
  public ShowRide(Rides rides, Duration patience, InstantSource clock) {
    this.rides = rides;
    this.patience = patience;
    this.clock = clock;
  }

  /** The rider's ride of that id, if there is one. */
  public Optional<Ride> show(String rider, RideId id) {
    return rides
        .find(id)
        .filter(ride -> ride.rider().equals(rider))
        .map(ride -> ride.asOf(clock.instant(), patience));
  }
}
