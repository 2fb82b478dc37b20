package wildrydes.ops.deadletters;

import java.util.Optional;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/** Why a message lies among the dead letters, in the words by which operators group and filter. */
public record Cause(String text) {

  /** Of what SQS moved after the last delivery, when nothing else is known. */
  public static final String RETRIES_EXHAUSTED = "retries exhausted";

  /** The reason on the message, else the one in the ride's record, else that it ran out. */
  public static Cause of(DeadLetter letter, Optional<RideRecord> ride) {
    return new Cause(
        letter
            .reason()
            .or(() -> ride.flatMap(RideRecord::failureReason))
            .orElse(RETRIES_EXHAUSTED));
  }
}
