package wildrydes.simulation.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What SQS asks of a message's text. */
final class MessageBodies {

  static final int MAX_BYTES = 1_048_576;

  private MessageBodies() {}

  static void check(@Nullable String body, Map<String, MessageAttributeValue> attributes) {
    if (body == null || body.isEmpty()) {
      throw SqsErrors.missing("MessageBody");
    }
    for (int i = 0; i < body.length(); i++) {
      if (!isAllowed(body.charAt(i))) {
        throw SqsErrors.invalidContents();
      }
    }
    int bytes = bytes(body, attributes);
    if (bytes > MAX_BYTES) {
      throw SqsErrors.invalidValue(
          "One or more parameters are invalid. Reason: Message must be shorter than 1048576"
              + " bytes.");
    }
  }

  // Half a surrogate pair is none of the characters that are allowed, but cannot be sent either.
  private static boolean isAllowed(char c) {
    return (c >= 0x20 && c <= 0xFFFD) || c == '\t' || c == '\n' || c == '\r';
  }

  /** As SQS counts them: the body and each attribute's name, type and value. */
  static int bytes(String body, Map<String, MessageAttributeValue> attributes) {
    int bytes = utf8(body);
    for (var attribute : attributes.entrySet()) {
      MessageAttributeValue value = attribute.getValue();
      bytes += utf8(attribute.getKey()) + utf8(value.dataType());
      bytes += value.stringValue() == null ? 0 : utf8(value.stringValue());
      bytes += value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
    }
    return bytes;
  }

  private static int utf8(String text) {
    // Hardly any message comes near the limit, and most are ASCII: do not encode to count.
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return text.length();
  }
}
