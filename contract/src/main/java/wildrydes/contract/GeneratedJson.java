package wildrydes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** JSON as a schema of objects and numbers allows it, or with one thing that it forbids. */
final class GeneratedJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiDocument document;
  private final Random random;

  GeneratedJson(ApiDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  JsonNode allowed(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "number" -> number(schema.path("minimum").asDouble(), schema.path("maximum").asDouble());
      default -> throw new AssertionError("requests of this schema cannot be made up: " + schema);
    };
  }

  JsonNode forbidden(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(4) == 0) {
      return wrong(schema);
    }
    ObjectNode object = object(schema);
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(4) == 0 && isRequired(schema, name)) {
      object.remove(name);
    } else {
      object.set(name, forbidden(property(schema, name)));
    }
    return object;
  }

  private JsonNode wrong(JsonNode schema) {
    boolean number = schema.path("type").asText().equals("number");
    return switch (random.nextInt(number ? 8 : 5)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.textNode("47.6");
      case 3 -> JSON.arrayNode().add(47.6).add(-122.3);
      case 4 -> number ? JSON.objectNode() : JSON.numberNode(random.nextInt());
      case 5 -> JSON.numberNode(schema.path("minimum").asDouble() - above());
      case 6 -> JSON.numberNode(schema.path("maximum").asDouble() + above());
      default -> JSON.numberNode(random.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE);
    };
  }

  private double above() {
    return Math.pow(10, random.nextInt(-9, 9));
  }

  private JsonNode number(double least, double most) {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.numberNode(least);
      case 1 -> JSON.numberNode(most);
      case 2 -> JSON.numberNode(0);
      case 3 -> JSON.numberNode(random.nextInt((int) least, (int) most + 1));
      case 4 -> JSON.numberNode(random.nextDouble() * Double.MIN_NORMAL);
      default -> JSON.numberNode(random.nextDouble(least, most));
    };
  }

  private ObjectNode object(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> !isRequired(schema, name) && random.nextBoolean());
    if (schema.path("additionalProperties").asBoolean()) {
      for (int more = random.nextInt(4); more > 0; more--) {
        names.add("more " + more + " \u4E16\u754C");
      }
    }
    Collections.shuffle(names, random);
    ObjectNode object = JSON.objectNode();
    for (String name : names) {
      JsonNode property = property(schema, name);
      object.set(name, property.isMissingNode() ? anything(3) : allowed(property));
    }
    return object;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(random.nextGaussian());
      case 4 -> JSON.textNode("\"\\\u0007\u20AC" + Character.toString(0x1F984));
      case 5 -> JSON.arrayNode().add(anything(depth - 1)).add(anything(depth - 1));
      default -> JSON.objectNode().set("PickupLocation", anything(depth - 1));
    };
  }

  private JsonNode property(JsonNode schema, String name) {
    return document.resolved(schema.path("properties").path(name));
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(each -> each.asText().equals(name));
  }
}
