package wildrydes.ops.deadletters.replay;

import java.time.Instant;
import java.util.Optional;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.UnreadableMessage;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/**
 * A ride whose message was sent again.
 *
 * @param letter the message as it lay among the dead letters
 * @param before the ride's record at that time
 * @param replays how often the message is replayed by now
 */
public record SentRide(
    RideId rideId, DeadLetter letter, Optional<RideRecord> before, int replays, Instant at) {

  static SentRide of(Candidate candidate, RideId rideId, Instant now) {
    DeadLetter letter = candidate.letter();
    return new SentRide(rideId, letter, candidate.ride(), letter.replays() + 1, now);
  }

  /** Whether the message is the news that the ride has failed: that is then what it ends with. */
  boolean tellsFailure() {
    try {
      return letter.lane().read(letter.body()) instanceof RideFailed;
    } catch (UnreadableMessage e) {
      return false;
    }
  }
}
