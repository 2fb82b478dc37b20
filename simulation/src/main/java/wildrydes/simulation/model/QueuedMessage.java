package wildrydes.simulation.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One copy of a message in a queue; where a message is delivered at least once, it may have two.
 */
final class QueuedMessage {

  /** What the sender gave; copies share it. */
  record Content(
      String id, String body, Map<String, MessageAttributeValue> attributes, Instant sentTime) {}

  private static final String SENDER_ID = "AIDAMODEL";

  final Content content;

  /** Names this copy in receipt handles. */
  final long copy;

  Instant visibleFrom;

  int receiveCount;

  /** When the last delivery was; the longest time in flight counts from it. */
  @Nullable Instant lastReceived;

  @Nullable Instant firstReceived;

  /** The queue from which SQS moved it here, if it did. */
  Optional<ModelQueue> source = Optional.empty();

  QueuedMessage(Content content, long copy, Instant visibleFrom) {
    this.content = content;
    this.copy = copy;
    this.visibleFrom = visibleFrom;
  }

  boolean isVisible(Instant now) {
    return !visibleFrom.isAfter(now);
  }

  /** Whether it was delivered and waits for its acknowledgement. */
  boolean isInFlight(Instant now) {
    return !isVisible(now) && lastReceived != null;
  }

  void receive(Instant now, Instant hiddenUntil) {
    receiveCount++;
    visibleFrom = hiddenUntil;
    lastReceived = now;
    if (firstReceived == null) {
      firstReceived = now;
    }
  }

  /** All there is to see of it. */
  Map<MessageSystemAttributeName, String> systemAttributes() {
    Map<MessageSystemAttributeName, String> attributes = new HashMap<>();
    attributes.put(MessageSystemAttributeName.SENDER_ID, SENDER_ID);
    attributes.put(MessageSystemAttributeName.SENT_TIMESTAMP, millis(content.sentTime()));
    attributes.put(
        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(receiveCount));
    if (firstReceived != null) {
      attributes.put(
          MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, millis(firstReceived));
    }
    source.ifPresent(
        queue ->
            attributes.put(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, queue.arn()));
    return attributes;
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }

  /** As a look at the queue shows it: with everything but a receipt handle. */
  Message look() {
    return Message.builder()
        .messageId(content.id())
        .body(content.body())
        .messageAttributes(content.attributes())
        .attributes(systemAttributes())
        .build();
  }
}
