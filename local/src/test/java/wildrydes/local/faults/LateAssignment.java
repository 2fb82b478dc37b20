package wildrydes.local.faults;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wildrydes.emulators.Stack;
import wildrydes.local.faults.Crowd.Accepted;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.Unicorn;

/**
 * An assignment that comes out of a backlog when its lease is long over, before the ride has any
 * outcome. Recording it would promise a unicorn that may serve somebody else.
 */
final class LateAssignment {

  private LateAssignment() {}

  static void send(Stack stack, Accepted ride) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var late =
        new RideAssigned(
            new RideId(ride.rideId()),
            ride.rider(),
            ride.pickup(),
            now.minusSeconds(60),
            new Unicorn("Somebody else's", "White", "Male"),
            100,
            5,
            now.minusSeconds(60),
            now.minusSeconds(60),
            now.minusSeconds(1));
    String body = new MessageCodec().write(late);
    stack.sqs().sendMessage(s -> s.queueUrl(stack.queueUrl("RideOutcomeQueue")).messageBody(body));
  }
}
