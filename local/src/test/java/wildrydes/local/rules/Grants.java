package wildrydes.local.rules;

import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.ServerlessFunction;

/** What the template's roles allow, one action on one resource at a time. */
final class Grants {

  private Grants() {}

  /**
   * One permission.
   *
   * @param action e.g. {@code sqs:SendMessage}
   * @param resource an ARN, or {@code *}
   * @param condition the statement's, perhaps missing
   */
  record Grant(String action, String resource, JsonNode condition) {

    String service() {
      return action.replaceFirst(":.*", "");
    }

    @Override
    public String toString() {
      return action + " on " + resource;
    }
  }

  static List<Grant> of(ServerlessFunction function) {
    return statements(roleOf(function)).flatMap(Grants::grants).toList();
  }

  /** The role under which the function runs. */
  static Resource roleOf(ServerlessFunction function) {
    String arn = ProductTemplate.properties(function).path("Role").asText();
    return TEMPLATE.resources("AWS::IAM::Role").stream()
        .filter(role -> arn.endsWith(":role/" + role.name()))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(function.logicalId() + ": give it a Role of its own"));
  }

  static Stream<JsonNode> statements(Resource role) {
    return role.properties()
        .path("Policies")
        .valueStream()
        .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream());
  }

  private static Stream<Grant> grants(JsonNode statement) {
    return oneOrMany(statement.path("Action"))
        .flatMap(
            action ->
                oneOrMany(statement.path("Resource"))
                    .map(resource -> new Grant(action, resource, statement.path("Condition"))));
  }

  private static Stream<String> oneOrMany(JsonNode value) {
    return value.isArray() ? value.valueStream().map(JsonNode::asText) : Stream.of(value.asText());
  }
}
