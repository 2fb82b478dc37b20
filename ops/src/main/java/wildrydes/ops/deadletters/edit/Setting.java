package wildrydes.ops.deadletters.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * One value to be set in a body.
 *
 * @param path names from the outermost on; of a list, a number counted from 0
 */
public record Setting(List<String> path, JsonNode value) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public Setting {
    path = List.copyOf(path);
  }

  /**
   * Reads {@code PickupLocation.Latitude=47.6}. What is no JSON behind the sign is a text; a text
   * that would be something else is put between quotes.
   *
   * @throws IllegalArgumentException if it has no path or no sign
   */
  public static Setting parse(String text) {
    int sign = text.indexOf('=');
    List<String> path = sign < 1 ? List.of() : List.of(text.substring(0, sign).split("\\.", -1));
    if (path.isEmpty() || path.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not of the form Path=value, such as PickupLocation.Latitude=47.6");
    }
    return new Setting(path, value(text.substring(sign + 1)));
  }

  private static JsonNode value(String text) {
    try {
      JsonNode value = JSON.readTree(text);
      return value.isMissingNode() ? TextNode.valueOf(text) : value;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  /**
   * Sets it. Objects on the way that are missing are made.
   *
   * @throws IllegalArgumentException if the way leads through something else
   */
  public void applyTo(JsonNode body) {
    JsonNode at = body;
    for (String name : path.subList(0, path.size() - 1)) {
      at = step(at, name);
    }
    String last = path.getLast();
    switch (at) {
      case ObjectNode object -> object.set(last, value);
      case ArrayNode list -> list.set(index(list, last), value);
      default -> throw noWay(last);
    }
  }

  private JsonNode step(JsonNode at, String name) {
    return switch (at) {
      case ObjectNode object -> object.has(name) ? object.get(name) : object.putObject(name);
      case ArrayNode list -> list.get(index(list, name));
      default -> throw noWay(name);
    };
  }

  private int index(ArrayNode list, String name) {
    if (name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size()) {
      return Integer.parseInt(name);
    }
    throw new IllegalArgumentException(
        "%s: a list of %d has no element %s".formatted(dotted(), list.size(), name));
  }

  private IllegalArgumentException noWay(String name) {
    return new IllegalArgumentException(
        "%s: there is no place for %s, for what stands before it is a single value"
            .formatted(dotted(), name));
  }

  private String dotted() {
    return String.join(".", path);
  }
}
