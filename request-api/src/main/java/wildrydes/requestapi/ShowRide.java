package wildrydes.requestapi;

import java.util.Optional;
import wildrydes.messages.RideId;

/** Shows riders their rides, and nobody else's: those look as if they did not exist. */
public final class ShowRide {

  private final Rides rides;

  public ShowRide(Rides rides) {
    this.rides = rides;
  }

  /** The rider's ride of that id, if there is one. */
  public Optional<Ride> show(String rider, RideId id) {
    return rides.find(id).filter(ride -> ride.rider().equals(rider));
  }
}
