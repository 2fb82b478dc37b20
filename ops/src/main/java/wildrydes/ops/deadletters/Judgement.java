package wildrydes.ops.deadletters;

import java.util.Optional;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.UnreadableMessage;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/** Whether it makes sense to replay a dead letter as it is. */
public sealed interface Judgement {

  /** A replay may bring the ride to its end. */
  record Replayable(RideId rideId) implements Judgement {}

  /**
   * The consumer would refuse it again, for this reason: mend it with {@code dlq edit}, or drop it.
   */
  record Unreadable(String detail) implements Judgement {}

  /** There is no such ride: it has expired, or never was. */
  record NoSuchRide(RideId rideId) implements Judgement {}

  /** The ride has its outcome; a replay is harmless and changes nothing. */
  record AlreadyDecided(RideId rideId, String status) implements Judgement {}

  /** It came back this often: somebody should look at it before it is replayed by force. */
  record ReplayedTooOften(RideId rideId, int replays) implements Judgement {}

  /**
   * Judges one message.
   *
   * @param ride the record of the ride that it names, if it has one
   * @param mostReplays from which number on it is refused
   */
  static Judgement of(DeadLetter letter, Optional<RideRecord> ride, int mostReplays) {
    RideMessage message;
    try {
      message = letter.lane().read(letter.body());
    } catch (UnreadableMessage e) {
      return new Unreadable(e.detail());
    }
    RideId rideId = message.rideId();
    if (ride.isEmpty()) {
      return new NoSuchRide(rideId);
    }
    // A failure is recorded once: to tell it again changes nothing either.
    boolean isOldNews = message instanceof RideFailed && ride.get().status().equals("FAILED");
    if (ride.get().isDecided() || isOldNews) {
      return new AlreadyDecided(rideId, ride.get().status());
    }
    return letter.replays() >= mostReplays
        ? new ReplayedTooOften(rideId, letter.replays())
        : new Replayable(rideId);
  }
}
