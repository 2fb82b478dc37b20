package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The {@code Conditions} section. Conditions may use parameters, mappings and each other, never
 * resources.
 */
final class Conditions {

  private static final String SECTION = "Conditions";

  private final JsonNode declared;
  private final Place section;
  private final Intrinsics intrinsics;
  private final Set<String> beingJudged = new LinkedHashSet<>();

  Conditions(ObjectNode template, Parameters parameters, TemplateSettings settings, Place root) {
    this.declared = template.path(SECTION);
    this.section = root.at(SECTION);
    var references = References.to(parameters, settings, Map.of(), new Dependencies());
    this.intrinsics = new Intrinsics(references, this, Mappings.of(template, root));
  }

  /** Judges every condition, used or not, so that none stays unread. */
  void judgeAll() {
    declared.fieldNames().forEachRemaining(name -> holds(name, section.at(name)));
  }

  /**
   * Judges one condition.
   *
   * @param place where the condition is asked for
   */
  boolean holds(String name, Place place) {
    var condition = declared.get(name);
    if (condition == null) {
      throw place.refuse(
          "There is no condition \"" + name + "\".",
          "Declare it under Conditions, or correct the name.");
    }
    if (!beingJudged.add(name)) {
      throw section
          .at(name)
          .refuse(
              "It needs itself: " + String.join(" -> ", beingJudged) + " -> " + name + ".",
              "Break the circle.");
    }
    try {
      return judge(condition, section.at(name));
    } finally {
      beingJudged.remove(name);
    }
  }

  private boolean judge(JsonNode condition, Place place) {
    if (!Intrinsics.isIntrinsic(condition)
        && !(condition.size() == 1 && condition.has("Condition"))) {
      throw place.refuse(
          "This is not a condition.", "Use Fn::Equals, Fn::Not, Fn::And, Fn::Or or Condition.");
    }
    var function = condition.fieldNames().next();
    var argument = condition.get(function);
    var at = place.at(function);
    return switch (function) {
      case "Condition" -> holds(argument.asText(), at);
      case "Fn::Equals" -> {
        operands(argument, 2, 2, at);
        yield scalar(argument.get(0), at.at(0)).equals(scalar(argument.get(1), at.at(1)));
      }
      case "Fn::Not" -> {
        operands(argument, 1, 1, at);
        yield !judge(argument.get(0), at.at(0));
      }
      case "Fn::And" -> count(argument, at) == argument.size();
      case "Fn::Or" -> count(argument, at) > 0;
      default ->
          throw at.refuse(
              function + " is not a condition.",
              "Use Fn::Equals, Fn::Not, Fn::And, Fn::Or or Condition.");
    };
  }

  private int count(JsonNode operands, Place place) {
    operands(operands, 2, 10, place);
    int held = 0;
    for (int i = 0; i < operands.size(); i++) {
      if (judge(operands.get(i), place.at(i))) {
        held++;
      }
    }
    return held;
  }

  // AWS compares parameters as text, whatever their type.
  private String scalar(JsonNode operand, Place place) {
    return intrinsics.resolve(operand, place).asText();
  }

  private static void operands(JsonNode argument, int least, int most, Place place) {
    if (!argument.isArray() || argument.size() < least || argument.size() > most) {
      throw place.refuse(
          "It takes a list of " + (least == most ? least : least + " to " + most) + ".",
          "Correct the list.");
    }
  }
}
