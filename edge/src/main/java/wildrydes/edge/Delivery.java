package wildrydes.edge;

import static java.util.Objects.requireNonNullElse;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/**
 * One delivery of a message: SQS may deliver a message more often than once.
 *
 * @param messageId names the delivery's failure in the batch's answer, and nothing else: a redrive
 *     gives the message another id
 * @param receiveCount 1 for the first delivery
 */
public record Delivery(String messageId, String receiptHandle, String body, int receiveCount) {

  public static Delivery of(SQSMessage message) {
    return new Delivery(
        message.getMessageId(),
        message.getReceiptHandle(),
        requireNonNullElse(message.getBody(), ""),
        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1")));
  }
}
