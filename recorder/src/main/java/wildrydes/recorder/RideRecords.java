package wildrydes.recorder;

import java.time.Instant;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;

/** The rides' records, of which only the recorder writes the outcome. */
public interface RideRecords {

  /** What one write came to. */
  enum Write {
    RECORDED,
    /** An outcome stands there already; nothing was changed. */
    ALREADY_DECIDED,
    /** No such ride was ever accepted, or it has expired. */
    NO_SUCH_RIDE
  }

  /**
   * Writes the outcome, in one step with the check that none stands there yet. A failed ride still
   * takes an assignment or the lack of one: a replay may save it.
   */
  Write record(RideOutcome outcome, Instant recordTime);

  /** What {@link #record} would come to, without writing. */
  Write wouldRecord(RideId rideId);
}
