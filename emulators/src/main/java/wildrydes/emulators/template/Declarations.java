package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the {@code Resources} section, up to but not including what the properties mean. */
final class Declarations {

  // Retain, Delete and Snapshot matter to a deployed stack only.
  private static final Set<String> KEYS =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  private Declarations() {}

  static Map<String, Declared> of(
      ObjectNode template, Conditions conditions, Dependencies dependencies, Place root) {
    var section = root.at("Resources");
    var globals = Globals.of(template, root);
    var declared = new LinkedHashMap<String, Declared>();
    for (var resource : template.path("Resources").properties()) {
      var place = section.at(resource.getKey());
      declared.put(
          resource.getKey(),
          declared(resource.getKey(), resource.getValue(), globals, conditions, place));
    }
    for (var resource : template.path("Resources").properties()) {
      var place = section.at(resource.getKey()).at("DependsOn");
      for (var needed : listed(resource.getValue().path("DependsOn"))) {
        if (!declared.containsKey(needed.asText())) {
          throw place.refuse("\"" + needed.asText() + "\" is not a resource.", "Correct the name.");
        }
        dependencies.add(resource.getKey(), needed.asText());
      }
    }
    return declared;
  }

  private static Declared declared(
      String logicalId, JsonNode resource, Globals globals, Conditions conditions, Place place) {
    for (var key : resource.properties()) {
      if (!KEYS.contains(key.getKey())) {
        throw place
            .at(key.getKey())
            .refuse("This is not understood.", "Remove it, or correct its name.");
      }
    }
    var name = resource.path("Type").asText();
    var type =
        ResourceTypes.named(name)
            .orElseThrow(
                () ->
                    place
                        .at("Type")
                        .refuse(
                            "\"" + name + "\" is not known.",
                            "Say in ResourceTypes whether it runs locally, and if not, why."));
    var properties =
        resource.get("Properties") instanceof ObjectNode given
            ? given
            : JsonNodeFactory.instance.objectNode();
    var condition = resource.path("Condition").asText("");
    var wanted = condition.isEmpty() || conditions.holds(condition, place.at("Condition"));
    return new Declared(logicalId, type, globals.mergedInto(name, properties), wanted, place);
  }

  private static JsonNode listed(JsonNode oneOrMany) {
    return oneOrMany.isTextual() ? JsonNodeFactory.instance.arrayNode().add(oneOrMany) : oneOrMany;
  }
}
