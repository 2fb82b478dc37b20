package wildrydes.messages;

import java.time.Instant;

/** What became of a ride: sent by the dispatcher, written once by the recorder. */
public sealed interface RideOutcome extends RideMessage {

  /** Once around the Earth: no two places are further apart. */
  int MAX_METERS = 40_075_017;

  /** When the dispatcher took up the delivery that led here, to the millisecond. */
  Instant dispatchTime();

  /** When it had decided, to the millisecond. */
  Instant decisionTime();

  /**
   * The ride got a unicorn. It carries the whole request, so that a late assignment can become a
   * new request without a look at any table.
   *
   * @param pickupMeters from the unicorn to the pickup, along the great circle; anything that is no
   *     distance on Earth, NaN included, is an {@link IllegalArgumentException}
   * @param etaSeconds until the unicorn is at the pickup, counted from {@code decisionTime}
   * @param leaseUntil from here on the unicorn may serve somebody else: never record this later
   */
  record RideAssigned(
      RideId rideId,
      String rider,
      Location pickupLocation,
      Instant requestTime,
      Unicorn unicorn,
      double pickupMeters,
      long etaSeconds,
      Instant dispatchTime,
      Instant decisionTime,
      Instant leaseUntil)
      implements RideOutcome {

    public RideAssigned {
      if (!(pickupMeters >= 0 && pickupMeters <= MAX_METERS)) {
        throw new IllegalArgumentException("pickupMeters must be from 0 to " + MAX_METERS);
      }
      if (etaSeconds < 0) {
        throw new IllegalArgumentException("etaSeconds must not be negative");
      }
    }

    /** The request this answers. */
    public RideRequested request() {
      return new RideRequested(rideId, rider, pickupLocation, requestTime);
    }
  }

  /** No unicorn came free within reach in time. */
  record RideUnassigned(RideId rideId, Instant dispatchTime, Instant decisionTime)
      implements RideOutcome {}

  /**
   * The request was given up and lies among the dead letters; a replay can still save the ride.
   *
   * @param failureReason a short stable phrase for the rider and the operator
   */
  record RideFailed(RideId rideId, String failureReason, Instant dispatchTime, Instant decisionTime)
      implements RideOutcome {}
}
