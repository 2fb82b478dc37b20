package wildrydes.ops.deadletters;

import java.util.Optional;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/** A dead letter with the record of the ride that it names, if there is one. */
public record ExplainedLetter(DeadLetter letter, Optional<RideRecord> ride) {

  public Cause cause() {
    return Cause.of(letter, ride);
  }
}
