package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;

/** A ride as its rider may see it. */
public record Ride(
    RideId id, String rider, Location pickupLocation, Instant requestTime, Status status) {

  /** How far the ride has come. Only a requested or a failed ride can still become another. */
  public sealed interface Status {

    record Requested() implements Status {}

    /**
     * A unicorn is on its way.
     *
     * @param etaSeconds from the decision to the pickup
     */
    record Assigned(Unicorn unicorn, double pickupMeters, long etaSeconds) implements Status {}

    /** Nobody came free within reach in time. */
    record Unassigned() implements Status {}

    /** The request was given up, or has waited too long; a replay may save it yet. */
    record Failed(String reason) implements Status {}
  }

  /**
   * The ride as its rider should see it at {@code now}: one that has waited for longer than {@code
   * patience} has failed, even if nobody could write that down. Its message lies among the dead
   * letters, or still waits behind many; either way an outcome may come yet.
   */
  Ride asOf(Instant now, Duration patience) {
    boolean overdue =
        status instanceof Status.Requested && requestTime.plus(patience).isBefore(now);
    return overdue
        ? new Ride(id, rider, pickupLocation, requestTime, new Status.Failed("no outcome in time"))
        : this;
  }

  /** What the dispatcher is told of it. */
  public RideRequested request() {
    return new RideRequested(id, rider, pickupLocation, requestTime);
  }
}
