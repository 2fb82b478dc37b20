package wildrydes.emulators.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces {@code Ref}, {@code Fn::Sub} and their like by what they stand for. A value that is
 * {@code AWS::NoValue} goes, with its key.
 */
final class Intrinsics {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final References references;
  private final Conditions conditions;
  private final Mappings mappings;

  Intrinsics(References references, Conditions conditions, Mappings mappings) {
    this.references = references;
    this.conditions = conditions;
    this.mappings = mappings;
  }

  static boolean isIntrinsic(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      return false;
    }
    var key = node.fieldNames().next();
    return key.equals("Ref") || key.startsWith("Fn::");
  }

  /** Gives the value itself, or a missing node for {@code AWS::NoValue}. */
  JsonNode resolve(JsonNode node, Place place) {
    return switch (node) {
      case ObjectNode object when isIntrinsic(object) -> {
        var function = object.fieldNames().next();
        yield call(function, object.get(function), place.at(function));
      }
      case ObjectNode object -> object(object, place);
      case ArrayNode array -> array(array, place);
      default -> node;
    };
  }

  private ObjectNode object(ObjectNode object, Place place) {
    var resolved = JSON.objectNode();
    for (var entry : object.properties()) {
      var at = place.at(entry.getKey());
      if (entry.getKey().startsWith("Fn::")) {
        throw at.refuse("An intrinsic has other keys beside it.", "Let it stand alone.");
      }
      var value = resolve(entry.getValue(), at);
      if (!value.isMissingNode()) {
        resolved.set(entry.getKey(), value);
      }
    }
    return resolved;
  }

  private ArrayNode array(ArrayNode array, Place place) {
    var resolved = JSON.arrayNode();
    for (int i = 0; i < array.size(); i++) {
      var value = resolve(array.get(i), place.at(i));
      if (!value.isMissingNode()) {
        resolved.add(value);
      }
    }
    return resolved;
  }

  private JsonNode call(String function, JsonNode argument, Place place) {
    return switch (function) {
      case "Ref" -> references.ref(text(argument, place), this, place);
      case "Fn::GetAtt" -> attribute(argument, place);
      case "Fn::Sub" -> substitute(argument, place);
      case "Fn::If" -> choose(argument, place);
      case "Fn::Join" -> {
        var parts = list(argument, 2, place);
        yield JSON.textNode(
            String.join(text(parts.get(0), place), texts(resolve(parts.get(1), place), place)));
      }
      case "Fn::Split" -> {
        var parts = list(argument, 2, place);
        var delimiter = Pattern.compile(Pattern.quote(text(parts.get(0), place)));
        var array = JSON.arrayNode();
        delimiter.splitAsStream(text(resolve(parts.get(1), place), place)).forEach(array::add);
        yield array;
      }
      case "Fn::Select" -> select(list(argument, 2, place), place);
      case "Fn::FindInMap" -> {
        var keys = texts(resolve(list(argument, 3, place), place), place);
        yield mappings.find(keys.get(0), keys.get(1), keys.get(2), place);
      }
      case "Fn::Base64" ->
          JSON.textNode(
              Base64.getEncoder()
                  .encodeToString(text(resolve(argument, place), place).getBytes(UTF_8)));
      default ->
          throw place.refuse(
              function + " is not understood here.",
              "Use Ref or Fn::GetAtt, Sub, If, Join, Split, Select, FindInMap, Base64.");
    };
  }

  private JsonNode attribute(JsonNode argument, Place place) {
    // !GetAtt Queue.Arn, or [Queue, Arn]
    var parts =
        argument.isArray() ? texts(argument, place) : splitAtDot(text(argument, place), place);
    if (parts.size() != 2) {
      throw place.refuse(
          "It takes a resource and an attribute.", "Write it as Resource.Attribute.");
    }
    return references.attribute(parts.get(0), parts.get(1), this, place);
  }

  private static List<String> splitAtDot(String name, Place place) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      throw place.refuse("\"" + name + "\" has no attribute.", "Write it as Resource.Attribute.");
    }
    return List.of(name.substring(0, dot), name.substring(dot + 1));
  }

  private JsonNode substitute(JsonNode argument, Place place) {
    if (argument.isArray()) {
      var parts = list(argument, 2, place);
      var own = resolve(parts.get(1), place);
      return substitute(text(parts.get(0), place), own, place);
    }
    return substitute(text(argument, place), JSON.objectNode(), place);
  }

  private JsonNode substitute(String text, JsonNode own, Place place) {
    return JSON.textNode(
        Substitution.of(
            text,
            name -> {
              if (own.has(name)) {
                return text(own.get(name), place);
              }
              var parts = name.contains(".") ? splitAtDot(name, place) : List.of(name);
              var value =
                  parts.size() == 1
                      ? references.ref(name, this, place)
                      : references.attribute(parts.get(0), parts.get(1), this, place);
              return text(value, place);
            }));
  }

  private JsonNode choose(JsonNode argument, Place place) {
    var parts = list(argument, 3, place);
    int taken = conditions.holds(text(parts.get(0), place), place) ? 1 : 2;
    int left = 3 - taken;
    // Read as well, so that nothing in it goes unnoticed.
    new Intrinsics(references.undeployed(), conditions, mappings)
        .resolve(parts.get(left), place.at(left));
    return resolve(parts.get(taken), place.at(taken));
  }

  private JsonNode select(ArrayNode parts, Place place) {
    var index = resolve(parts.get(0), place).asInt(-1);
    var from = resolve(parts.get(1), place);
    if (!from.has(index)) {
      throw place.refuse(
          "There is no element " + index + ".",
          "The list has " + from.size() + ", counted from 0.");
    }
    return from.get(index);
  }

  private static ArrayNode list(JsonNode argument, int size, Place place) {
    if (argument instanceof ArrayNode list && list.size() == size) {
      return list;
    }
    throw place.refuse("It takes a list of " + size + ".", "Correct the list.");
  }

  private static List<String> texts(JsonNode list, Place place) {
    if (!list.isArray()) {
      throw place.refuse("A list is needed here.", "Give a list of texts.");
    }
    var texts = new ArrayList<String>();
    for (var item : list) {
      texts.add(text(item, place));
    }
    return texts;
  }

  private static String text(JsonNode node, Place place) {
    if (!node.isValueNode()) {
      throw place.refuse("A text is needed here, not " + node + ".", "Give a text or a number.");
    }
    return node.asText();
  }
}
