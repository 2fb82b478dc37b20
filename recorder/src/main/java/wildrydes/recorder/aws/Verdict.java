package wildrydes.recorder.aws;

import java.util.Optional;
import wildrydes.edge.Delivery;
import wildrydes.messages.RideId;
import wildrydes.recorder.Recording;

/** What became of one delivery. */
sealed interface Verdict {

  Delivery delivery();

  /** The outcome was worked, and the delivery is acknowledged. */
  record Worked(Delivery delivery, Recording recording) implements Verdict {}

  /** No retry could help: the message is among the dead letters. */
  record DeadLettered(Delivery delivery, Optional<RideId> rideId, String detail)
      implements Verdict {}

  /** The delivery comes back after the queue's visibility time-out. */
  record TryAgain(Delivery delivery, Exception cause) implements Verdict {}
}
