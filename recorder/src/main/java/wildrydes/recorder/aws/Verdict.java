package wildrydes.recorder.aws;

import java.util.Optional;
import wildrydes.edge.Delivery;
import wildrydes.messages.RideId;
import wildrydes.recorder.Recording;
import wildrydes.recorder.Recording.Recorded;

/** What became of one delivery. */
sealed interface Verdict {

  Delivery delivery();

  /** The outcome was worked, and the delivery is acknowledged. */
  record Worked(Delivery delivery, Recording recording) implements Verdict {}

  /**
   * No retry could help: the message is among the dead letters.
   *
   * @param told that the ride it names has failed, where it names one that was still waiting
   */
  record DeadLettered(
      Delivery delivery, Optional<RideId> rideId, String detail, Optional<Recorded> told)
      implements Verdict {}

  /** The delivery comes back after the queue's visibility time-out. */
  record TryAgain(Delivery delivery, Optional<RideId> rideId, Exception cause) implements Verdict {}
}
