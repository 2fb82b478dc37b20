package wildrydes.edge;

import static java.util.Objects.requireNonNullElse;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.Map;

/**
 * One delivery of a message: SQS may deliver a message more often than once.
 *
 * @param messageId names the delivery's failure in the batch's answer, and nothing else: a redrive
 *     gives the message another id
 * @param receiveCount 1 for the first delivery
 * @param attributes the message's own, those that are texts
 */
public record Delivery(
    String messageId,
    String receiptHandle,
    String body,
    int receiveCount,
    Map<String, String> attributes) {

  public Delivery {
    attributes = Map.copyOf(attributes);
  }

  public static Delivery of(SQSMessage message) {
    return new Delivery(
        message.getMessageId(),
        message.getReceiptHandle(),
        requireNonNullElse(message.getBody(), ""),
        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1")),
        texts(requireNonNullElse(message.getMessageAttributes(), Map.of())));
  }

  private static Map<String, String> texts(Map<String, MessageAttribute> attributes) {
    Map<String, String> texts = new HashMap<>();
    attributes.forEach(
        (name, attribute) -> {
          String text = attribute.getStringValue();
          if (text != null && !text.isEmpty()) {
            texts.put(name, text);
          }
        });
    return texts;
  }
}
