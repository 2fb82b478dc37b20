package wildrydes.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.messages.RideId;

/**
 * Takes, at once and with the cause, the messages that no retry could help. Those that only ran out
 * of retries are moved by SQS itself.
 */
public final class DeadLetterQueue {

  private final SqsClient sqs;
  private final String queueUrl;

  public DeadLetterQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /**
   * Puts the body there as it came; only then may the delivery be acknowledged.
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
    sqs.sendMessage(
        m -> m.queueUrl(queueUrl).messageBody(delivery.body()).messageAttributes(attributes));
  }
}
