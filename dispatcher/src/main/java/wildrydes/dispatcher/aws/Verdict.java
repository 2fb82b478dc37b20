package wildrydes.dispatcher.aws;

import java.time.Duration;
import java.util.Optional;
import wildrydes.edge.Delivery;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;

/** What is to become of one delivery. */
sealed interface Verdict {

  Delivery delivery();

  /** The outcome is sent, then the delivery acknowledged. */
  record Assigned(Delivery delivery, RideAssigned outcome) implements Verdict {}

  /** The outcome is sent, then the delivery acknowledged. */
  record Unassigned(Delivery delivery, RideUnassigned outcome) implements Verdict {}

  /** A duplicate of finished work is acknowledged: failing it would dead-letter it. */
  record AlreadyDecided(Delivery delivery, RideId rideId) implements Verdict {}

  /** The delivery comes back after a while. */
  record NobodyFree(Delivery delivery, RideId rideId, Duration retryIn) implements Verdict {}

  /** The delivery comes back after the queue's visibility time-out. */
  record TryAgain(Delivery delivery, Optional<RideId> rideId, Exception cause) implements Verdict {}

  /** The last delivery failed as well: the ride is told, and SQS moves the message. */
  record RetriesExhausted(Delivery delivery, RideFailed outcome, Exception cause)
      implements Verdict {}

  /** No retry could help: the message is among the dead letters, and the ride it names is told. */
  record DeadLettered(Delivery delivery, String detail, Optional<RideFailed> outcome)
      implements Verdict {}
}
