package wildrydes.emulators.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import wildrydes.emulators.cloudwatch.api.Operations;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.api.QueryText;

/**
 * A resource of a template that CloudWatch has. CloudFormation calls its properties as the API
 * calls its parameters, and takes {@code "60"} for 60.
 */
record DeclaredResource(String type, ObjectNode properties) {
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "AWS::CloudWatch::Alarm", "PutMetricAlarm",
          "AWS::CloudWatch::Dashboard", "PutDashboard");

  void putBy(Operations operations) {
    var operation = OPERATIONS.get(type);
    if (operation == null) {
      throw new IllegalArgumentException(
          "A %s cannot be declared here, only: %s.".formatted(type, OPERATIONS.keySet()));
    }
    operations.named(operation).answer(new Parameters(lenient(properties), ""));
  }

  private static JsonNode lenient(JsonNode node) {
    return switch (node) {
      case ObjectNode structure -> {
        var copy = JsonNodeFactory.instance.objectNode();
        structure.properties().forEach(each -> copy.set(each.getKey(), lenient(each.getValue())));
        yield copy;
      }
      case ArrayNode list -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(each -> copy.add(lenient(each)));
        yield copy;
      }
      default -> node.isTextual() ? new QueryText(node.textValue()) : node;
    };
  }
}
