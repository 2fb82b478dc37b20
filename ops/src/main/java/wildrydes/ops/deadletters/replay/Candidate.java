package wildrydes.ops.deadletters.replay;

import java.util.Optional;
import wildrydes.ops.deadletters.Cause;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Judgement;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/**
 * A dead letter with all that is known about it.
 *
 * @param ride the record of the ride that it names, if there is one
 */
public record Candidate(DeadLetter letter, Optional<RideRecord> ride, Judgement judgement) {

  static Candidate of(DeadLetter letter, Optional<RideRecord> ride, ReplayRules rules) {
    return new Candidate(letter, ride, Judgement.of(letter, ride, rules.refusedFrom()));
  }

  public Cause cause() {
    return Cause.of(letter, ride);
  }

  boolean isReplayable() {
    return judgement instanceof Judgement.Replayable;
  }

  boolean isDecided() {
    return judgement instanceof Judgement.AlreadyDecided;
  }
}
