package wildrydes.simulation.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.simulation.model.QueuedMessage.Content;

/** Puts messages into queues, and copies of them. */
final class Sending {

  private static final int MAX_DELAY_SECONDS = 900;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long copies;

  Sending(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Returns the message's id.
   *
   * @param delaySeconds the queue's own if null
   */
  String send(
      ModelQueue queue,
      @Nullable String body,
      Map<String, MessageAttributeValue> attributes,
      @Nullable Integer delaySeconds) {
    MessageBodies.check(body, attributes);
    if (body == null) {
      throw SqsErrors.missing("MessageBody");
    }
    Duration delay = queue.delay();
    if (delaySeconds != null) {
      if (delaySeconds < 0 || delaySeconds > MAX_DELAY_SECONDS) {
        throw SqsErrors.invalidValue(
            "Value %d for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900."
                .formatted(delaySeconds));
      }
      delay = Duration.ofSeconds(delaySeconds);
    }
    Instant now = clock.instant();
    return add(queue, body, attributes, now, now.plus(delay));
  }

  /** A new message of an old one's content: with an id, a sent time and a life of its own. */
  void sendAnew(ModelQueue queue, Content content) {
    Instant now = clock.instant();
    add(queue, content.body(), content.attributes(), now, now);
  }

  private String add(
      ModelQueue queue,
      String body,
      Map<String, MessageAttributeValue> attributes,
      Instant sentTime,
      Instant visibleFrom) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    queue.add(
        new QueuedMessage(new Content(id, body, attributes, sentTime), copies++, visibleFrom));
    return id;
  }

  /** The same message once more, to be delivered at once. */
  void duplicate(ModelQueue queue, QueuedMessage message) {
    var copy = new QueuedMessage(message.content, copies++, clock.instant());
    copy.receiveCount = message.receiveCount;
    copy.firstReceived = message.firstReceived;
    copy.source = message.source;
    queue.add(copy);
  }
}
