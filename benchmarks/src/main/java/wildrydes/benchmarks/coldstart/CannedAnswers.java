package wildrydes.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.messages.Unicorn;

/** What the services answer to a ride that goes well. */
final class CannedAnswers {

  private static final JsonMapper JSON = new JsonMapper();

  private CannedAnswers() {}

  /**
   * The answer to an operation of DynamoDB or SQS.
   *
   * @param target as in the header: {@code DynamoDB_20120810.PutItem}
   */
  static byte[] to(String target, byte[] request) {
    ObjectNode answer =
        switch (target.substring(target.lastIndexOf('.') + 1)) {
          case "PutItem", "UpdateItem" -> JSON.createObjectNode();
          case "BatchGetItem" -> lookedUp();
          case "Query" -> oneUnicorn();
          case "SendMessage" -> sent(read(request));
          case "SendMessageBatch" -> sentAll(read(request));
          default -> throw new IllegalStateException("A ride that goes well calls no " + target);
        };
    return answer.toString().getBytes(UTF_8);
  }

  /** What CloudWatch answers when it has counted. */
  static byte[] emptyCbor() {
    return new byte[] {(byte) 0xa0};
  }

  static byte[] credentials() {
    return JSON.createObjectNode()
        .put("AccessKeyId", "key")
        .put("SecretAccessKey", "secret")
        .put("Token", "token")
        .put("Expiration", Instant.now().plus(Duration.ofHours(6)).toString())
        .toString()
        .getBytes(UTF_8);
  }

  private static ObjectNode lookedUp() {
    var answer = JSON.createObjectNode();
    answer.putObject("Responses");
    answer.putObject("UnprocessedKeys");
    return answer;
  }

  private static ObjectNode oneUnicorn() {
    var answer = JSON.createObjectNode().put("Count", 1).put("ScannedCount", 1);
    var item = answer.putArray("Items").addObject();
    UnicornItem.of(new Unicorn("Rocinante", "White", "Female"), SampleEvents.PICKUP)
        .forEach((name, value) -> put(item.putObject(name), value));
    return answer;
  }

  private static void put(ObjectNode attribute, AttributeValue value) {
    if (value.s() != null) {
      attribute.put("S", value.s());
    } else {
      attribute.put("N", value.n());
    }
  }

  private static ObjectNode sent(JsonNode message) {
    return JSON.createObjectNode()
        .put("MessageId", "00000000-0000-0000-0000-000000000000")
        .put("MD5OfMessageBody", Md5.ofText(message.get("MessageBody").textValue()))
        .put("MD5OfMessageAttributes", Md5.ofTexts(attributes(message)));
  }

  private static ObjectNode sentAll(JsonNode batch) {
    var answer = JSON.createObjectNode();
    var successful = answer.putArray("Successful");
    batch
        .get("Entries")
        .forEach(entry -> successful.add(sent(entry).put("Id", entry.get("Id").textValue())));
    answer.putArray("Failed");
    return answer;
  }

  private static Map<String, String> attributes(JsonNode message) {
    return message.path("MessageAttributes").properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                attribute -> attribute.getValue().get("StringValue").textValue(),
                (first, _) -> first,
                TreeMap::new));
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
