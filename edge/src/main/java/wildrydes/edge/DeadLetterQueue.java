package wildrydes.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.messages.RideId;

/**
 * Takes, at once and with the cause, the messages that no retry could help. Those that only ran out
 * of retries are moved by SQS itself.
 */
public final class DeadLetterQueue {

  /** SQS takes no more a message. */
  private static final int MAX_ATTRIBUTES = 10;

  private final SqsClient sqs;
  private final String queueUrl;

  public DeadLetterQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /**
   * Puts the body there as it came, with the message's own attributes: one that was replayed still
   * tells how often. Only then may the delivery be acknowledged.
   *
   * @param reason a short stable word that operators group by
   * @param detail one sentence, without any of the body's values
   * @throws SdkException if SQS did not take it
   */
  public void put(Delivery delivery, String reason, String detail, Optional<RideId> rideId) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    rideId.ifPresent(id -> attributes.putAll(MessageQueue.rideAttribute(id)));
    attributes.put("Reason", MessageQueue.attribute(reason));
    attributes.put("Detail", MessageQueue.attribute(detail));
    carryOver(delivery.attributes(), attributes);
    sqs.sendMessage(
        m -> m.queueUrl(queueUrl).messageBody(delivery.body()).messageAttributes(attributes));
  }

  /** A full message keeps its first attributes by name: one that SQS refuses would be worse off. */
  private static void carryOver(
      Map<String, String> own, Map<String, MessageAttributeValue> attributes) {
    for (Map.Entry<String, String> each : new TreeMap<>(own).entrySet()) {
      if (attributes.size() < MAX_ATTRIBUTES) {
        attributes.putIfAbsent(each.getKey(), MessageQueue.attribute(each.getValue()));
      }
    }
  }
}
