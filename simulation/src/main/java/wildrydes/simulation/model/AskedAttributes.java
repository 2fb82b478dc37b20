package wildrydes.simulation.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** What a receive wants to see of a message beside its body; nothing it does not ask for. */
final class AskedAttributes {

  private static final String ALL = "All";

  private final Set<String> system;
  private final List<String> own;

  @SuppressWarnings("deprecation") // SQS still takes the older parameter of the same meaning.
  AskedAttributes(ReceiveMessageRequest request) {
    this.system = new HashSet<>(request.messageSystemAttributeNamesAsStrings());
    this.system.addAll(request.attributeNamesAsStrings());
    this.own = request.messageAttributeNames();
  }

  Message of(QueuedMessage message, ReceiptHandle handle) {
    var seen =
        Message.builder()
            .messageId(message.content.id())
            .receiptHandle(handle.text())
            .body(message.content.body());
    if (!system.isEmpty()) {
      seen.attributes(system(message));
    }
    if (!own.isEmpty()) {
      seen.messageAttributes(own(message));
    }
    return seen.build();
  }

  private Map<MessageSystemAttributeName, String> system(QueuedMessage message) {
    Map<MessageSystemAttributeName, String> all = message.systemAttributes();
    if (!system.contains(ALL)) {
      all.keySet().removeIf(name -> !system.contains(name.toString()));
    }
    return all;
  }

  private Map<String, MessageAttributeValue> own(QueuedMessage message) {
    Map<String, MessageAttributeValue> all = new HashMap<>(message.content.attributes());
    all.keySet().removeIf(name -> own.stream().noneMatch(pattern -> matches(pattern, name)));
    return all;
  }

  private static boolean matches(String pattern, String name) {
    return pattern.equals(ALL)
        || pattern.equals(name)
        || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
  }
}
