package wildrydes.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void itTellsTheMessagesOwnTexts() {
    var message = message();
    message.setMessageAttributes(
        Map.of("Replays", text("2"), "Empty", text(""), "Binary", binary()));

    assertThat(Delivery.of(message))
        .isEqualTo(new Delivery("id", "handle", "body", 3, Map.of("Replays", "2")));
  }

  @Test
  void aMessageMayHaveNoAttributesOfItsOwn() {
    assertThat(Delivery.of(message()).attributes()).isEmpty();
  }

  private static SQSMessage message() {
    var message = new SQSMessage();
    message.setMessageId("id");
    message.setReceiptHandle("handle");
    message.setBody("body");
    message.setAttributes(Map.of("ApproximateReceiveCount", "3"));
    return message;
  }

  private static MessageAttribute text(String value) {
    var attribute = new MessageAttribute();
    attribute.setStringValue(value);
    attribute.setDataType("String");
    return attribute;
  }

  private static MessageAttribute binary() {
    var attribute = new MessageAttribute();
    attribute.setBinaryValue(ByteBuffer.wrap(new byte[] {1}));
    attribute.setDataType("Binary");
    return attribute;
  }
}
