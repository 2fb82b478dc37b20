package wildrydes.recorder;

import java.time.Instant;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;

/** How one delivery of an outcome went. */
public sealed interface Recording {

  RideId rideId();

  /** The outcome is the ride's, and must be counted. */
  record Recorded(RideOutcome outcome, Instant recordTime) implements Recording {
    @Override
    public RideId rideId() {
      return outcome.rideId();
    }
  }

  /** The ride has an outcome, this one or another: nothing changed. */
  record AlreadyDecided(RideId rideId) implements Recording {}

  /** The assignment came too late to be kept, and the ride was requested anew. */
  record RequestedAnew(RideId rideId) implements Recording {}

  /** There is no ride to write to. No retry can help. */
  record NoSuchRide(RideId rideId) implements Recording {}
}
