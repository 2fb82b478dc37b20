package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The template's parameters with their values: overrides first, then defaults, each within the
 * declared bounds.
 */
final class Parameters {

  private static final String SECTION = "Parameters";

  private static final Set<String> KEYS =
      Set.of(
          "Type",
          "Default",
          "AllowedValues",
          "AllowedPattern",
          "MinValue",
          "MaxValue",
          "MinLength",
          "MaxLength",
          "Description",
          "ConstraintDescription",
          "NoEcho");

  private final Map<String, JsonNode> values;

  private Parameters(Map<String, JsonNode> values) {
    this.values = values;
  }

  static Parameters of(ObjectNode template, Map<String, String> overrides, Place root) {
    var section = root.at(SECTION);
    var declared = template.path(SECTION);
    for (var name : overrides.keySet()) {
      if (!declared.has(name)) {
        throw section
            .at(name)
            .refuse(
                "A value is given for it, but there is no such parameter.",
                "Known are: " + names(declared) + ".");
      }
    }
    var values = new LinkedHashMap<String, JsonNode>();
    for (var parameter : declared.properties()) {
      var name = parameter.getKey();
      values.put(
          name,
          value(parameter.getValue(), Optional.ofNullable(overrides.get(name)), section.at(name)));
    }
    return new Parameters(values);
  }

  private static String names(JsonNode declared) {
    return declared.isEmpty() ? "none" : String.join(", ", (Iterable<String>) declared::fieldNames);
  }

  Optional<JsonNode> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static JsonNode value(JsonNode declaration, Optional<String> override, Place place) {
    for (var key : declaration.properties()) {
      if (!KEYS.contains(key.getKey())) {
        throw place
            .at(key.getKey())
            .refuse("This is not understood.", "Remove it, or teach it to this reader.");
      }
    }
    var text =
        override
            .or(() -> Optional.ofNullable(declaration.get("Default")).map(JsonNode::asText))
            .orElseThrow(() -> place.refuse("It has no value and no default.", "Give it a value."));
    var type = declaration.path("Type").asText();
    return switch (type) {
      case "String" -> {
        checkText(text, declaration, place);
        yield JsonNodeFactory.instance.textNode(text);
      }
      case "Number" -> number(text, declaration, place);
      case "CommaDelimitedList", "List<Number>" -> {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (var item : text.split(",", -1)) {
          list.add(
              type.startsWith("List")
                  ? number(item.strip(), declaration, place)
                  : item(item, declaration, place));
        }
        yield list;
      }
      default ->
          throw place
              .at("Type")
              .refuse(
                  "\"" + type + "\" is not understood.",
                  "Use String, Number, CommaDelimitedList or List<Number>.");
    };
  }

  private static JsonNode item(String item, JsonNode declaration, Place place) {
    checkText(item.strip(), declaration, place);
    return JsonNodeFactory.instance.textNode(item.strip());
  }

  private static JsonNode number(String text, JsonNode declaration, Place place) {
    var number = TemplateYaml.plain(text);
    if (!number.isNumber()) {
      throw place.refuse("\"" + text + "\" is not a number.", "Give a number, such as 10.");
    }
    checkAllowed(text, declaration, place);
    checkBounds(number.decimalValue(), text, declaration, "MinValue", "MaxValue", place);
    return number;
  }

  private static void checkText(String text, JsonNode declaration, Place place) {
    checkAllowed(text, declaration, place);
    checkBounds(
        BigDecimal.valueOf(text.length()), text, declaration, "MinLength", "MaxLength", place);
    var pattern = declaration.path("AllowedPattern").asText("");
    if (!pattern.isEmpty() && !Pattern.matches(pattern, text)) {
      throw place.refuse(
          "\"" + text + "\" does not match AllowedPattern.",
          "Give a value that matches " + pattern + ".");
    }
  }

  private static void checkAllowed(String text, JsonNode declaration, Place place) {
    var allowed = declaration.path("AllowedValues");
    if (allowed.isEmpty()) {
      return;
    }
    for (var value : allowed) {
      if (value.asText().equals(text)) {
        return;
      }
    }
    throw place.refuse(
        "\"" + text + "\" is not an allowed value.", "Allowed are: " + allowed + ".");
  }

  private static void checkBounds(
      BigDecimal measure,
      String text,
      JsonNode declaration,
      String least,
      String most,
      Place place) {
    if (declaration.has(least)
        && measure.compareTo(new BigDecimal(declaration.path(least).asText())) < 0) {
      throw place.refuse(
          "\"" + text + "\" is below " + least + ".",
          "The least is " + declaration.path(least).asText() + ".");
    }
    if (declaration.has(most)
        && measure.compareTo(new BigDecimal(declaration.path(most).asText())) > 0) {
      throw place.refuse(
          "\"" + text + "\" is above " + most + ".",
          "The most is " + declaration.path(most).asText() + ".");
    }
  }
}
