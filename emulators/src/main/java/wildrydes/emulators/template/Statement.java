package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One statement of a role's policy.
 *
 * @param allows whether its effect is Allow, not Deny
 * @param actions e.g. {@code sqs:SendMessage}; never with a wildcard
 * @param resources ARNs, perhaps with wildcards, or {@code *}
 * @param stringEquals its condition: by key the values of which the call must have one; empty if it
 *     always holds
 */
public record Statement(
    boolean allows,
    List<String> actions,
    List<String> resources,
    Map<String, List<String>> stringEquals) {

  /** The only condition key that the local run can tell the value of. */
  public static final String NAMESPACE = "cloudwatch:namespace";

  static Statement of(Fields statement) {
    statement.only("Sid", "Effect", "Action", "Resource", "Condition");
    var effect = statement.text("Effect");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw statement
          .place()
          .at("Effect")
          .refuse("\"" + effect + "\" is no effect.", "Use Allow or Deny.");
    }
    var actions = oneOrMany(statement, "Action");
    for (var action : actions) {
      if (!action.matches("[a-z0-9-]+:[A-Za-z0-9]+")) {
        throw statement
            .place()
            .at("Action")
            .refuse(
                "\"" + action + "\" does not name one action.",
                "Name each action, as in sqs:SendMessage, without wildcards.");
      }
    }
    var resources = oneOrMany(statement, "Resource");
    for (var resource : resources) {
      if (resource.contains("${") || !(resource.equals("*") || resource.startsWith("arn:"))) {
        throw statement
            .place()
            .at("Resource")
            .refuse("\"" + resource + "\" is no ARN.", "Give ARNs, or \"*\".");
      }
    }
    return new Statement(
        effect.equals("Allow"),
        actions,
        resources,
        statement.object("Condition").map(Statement::condition).orElse(Map.of()));
  }

  private static Map<String, List<String>> condition(Fields condition) {
    Optional<Fields> equals = condition.only("StringEquals").object("StringEquals");
    var values = new TreeMap<String, List<String>>();
    equals.ifPresent(keys -> values.put(NAMESPACE, oneOrMany(keys.only(NAMESPACE), NAMESPACE)));
    return values;
  }

  /** The texts at a key that takes one or a list of them; at least one. */
  static List<String> oneOrMany(Fields fields, String name) {
    JsonNode value = fields.object().path(name);
    if (!value.isArray()) {
      return List.of(fields.text(name));
    }
    var texts = new ArrayList<String>();
    value.forEach(item -> texts.add(item.asText()));
    if (texts.isEmpty() || texts.contains("")) {
      throw fields
          .place()
          .at(name)
          .refuse("Texts are needed here, not " + value + ".", "Give one.");
    }
    return List.copyOf(texts);
  }
}
