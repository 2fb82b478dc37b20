package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The {@code Globals} section, merged into each function as SAM does: maps recursively, lists
 * joined, the function's own value wins.
 */
final class Globals {

  private static final String SECTION = "Globals";

  private final JsonNode functions;

  private Globals(JsonNode functions) {
    this.functions = functions;
  }

  static Globals of(ObjectNode template, Place root) {
    var globals = template.path(SECTION);
    for (var section : globals.properties()) {
      if (!section.getKey().equals("Function")) {
        throw root.at(SECTION)
            .at(section.getKey())
            .refuse(
                "Only Globals.Function is understood.",
                "Put the properties into the resources themselves.");
      }
    }
    return new Globals(globals.path("Function"));
  }

  ObjectNode mergedInto(String type, ObjectNode properties) {
    return type.equals("AWS::Serverless::Function") && functions instanceof ObjectNode shared
        ? merge(shared, properties)
        : properties;
  }

  private static ObjectNode merge(ObjectNode global, ObjectNode own) {
    var merged = global.deepCopy();
    for (var property : own.properties()) {
      var name = property.getKey();
      var shared = merged.get(name);
      merged.set(name, shared == null ? property.getValue() : merged(shared, property.getValue()));
    }
    return merged;
  }

  private static JsonNode merged(JsonNode global, JsonNode own) {
    if (global instanceof ObjectNode shared
        && own instanceof ObjectNode mine
        && !Intrinsics.isIntrinsic(shared)
        && !Intrinsics.isIntrinsic(mine)) {
      return merge(shared, mine);
    }
    if (global instanceof ArrayNode first && own instanceof ArrayNode second) {
      return first.deepCopy().addAll(second);
    }
    return own;
  }
}
