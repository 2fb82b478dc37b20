package wildrydes.recorder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;

/**
 * Writes a ride's outcome into its record. From there the rider reads it: {@code
 * wildrydes.requestapi.ShowRide}.
 */
public final class RecordOutcome {

  /**
   * An assignment must hold for this much longer: time for the write with its retries, and for
   * clocks that disagree.
   */
  static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

  private final RideRecords records;
  private final RideRequests requests;
  private final InstantSource clock;

  public RecordOutcome(RideRecords records, RideRequests requests, InstantSource clock) {
    this.records = records;
    this.requests = requests;
    this.clock = clock;
  }

  /** Works one delivery of the outcome. */
  public Recording record(RideOutcome outcome) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (outcome) {
      case RideAssigned late when !holdsAt(now, late) -> requestAnew(late);
      case RideAssigned _, RideUnassigned _, RideFailed _ ->
          switch (records.record(outcome, now)) {
            case RECORDED -> new Recording.Recorded(outcome, now);
            case ALREADY_DECIDED -> new Recording.AlreadyDecided(outcome.rideId());
            case NO_SUCH_RIDE -> new Recording.NoSuchRide(outcome.rideId());
          };
    };
  }

  /** Records that the ride has failed, for a reason that the recorder itself came upon. */
  public Recording fail(RideId rideId, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return record(new RideFailed(rideId, reason, now, now));
  }

  private static boolean holdsAt(Instant now, RideAssigned assigned) {
    return now.plus(LEASE_MARGIN).isBefore(assigned.leaseUntil());
  }

  private Recording requestAnew(RideAssigned late) {
    return switch (records.wouldRecord(late.rideId())) {
      case RECORDED -> {
        requests.send(late.request());
        yield new Recording.RequestedAnew(late.rideId());
      }
      case ALREADY_DECIDED -> new Recording.AlreadyDecided(late.rideId());
      case NO_SUCH_RIDE -> new Recording.NoSuchRide(late.rideId());
    };
  }
}
