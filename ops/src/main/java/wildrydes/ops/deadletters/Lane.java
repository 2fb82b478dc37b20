package wildrydes.ops.deadletters;

import java.util.Optional;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.UnreadableMessage;

/** A queue with its dead letters, as the template names them behind the stack's name. */
public enum Lane {
  REQUESTS("requests", "RideRequests"),
  OUTCOMES("outcomes", "RideOutcomes");

  private static final MessageCodec CODEC = new MessageCodec();

  private final String word;
  private final String queue;

  Lane(String word, String queue) {
    this.word = word;
    this.queue = queue;
  }

  /** What operators call it, on the command line and in JSON. */
  public String word() {
    return word;
  }

  public String queueName(String stack) {
    return stack + "-" + queue;
  }

  public String deadLetterQueueName(String stack) {
    return queueName(stack) + "-DeadLetters";
  }

  /** Reads a body as the queue's own consumer would. */
  public RideMessage read(String body) throws UnreadableMessage {
    return switch (this) {
      case REQUESTS -> CODEC.readRequest(body);
      case OUTCOMES -> CODEC.readOutcome(body);
    };
  }

  /** The ride that a body names, even one that cannot be read as a whole. */
  public Optional<RideId> rideOf(String body) {
    try {
      return Optional.of(read(body).rideId());
    } catch (UnreadableMessage e) {
      return e.rideId();
    }
  }
}
