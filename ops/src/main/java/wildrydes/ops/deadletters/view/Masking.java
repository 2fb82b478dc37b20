package wildrydes.ops.deadletters.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Hides places. It must also hide them in what is no valid message: there they may stand under
 * other names, as texts, or in JSON that is cut off.
 */
public final class Masking {

  static final String MASK = "***";

  private static final String WORDS = "lat|lats|latitude|lon|lng|long|longitude";

  /** Names of a coordinate, alone or at the end of another: {@code pickupLat}, {@code geo_lon}. */
  private static final Pattern COORDINATE =
      Pattern.compile(
          "(?i:"
              + WORDS
              + ")|.*[_-](?i:"
              + WORDS
              + ")|.*[a-z](Lat|Lon|Lng)"
              + "|.*(?i:latitude|longitude)");

  /** Names of something that has coordinates inside. */
  private static final Pattern PLACE =
      Pattern.compile(".*(?i:location|coordinate|position|place|geo).*");

  private static final String NUMBER = "[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?";

  private static final Pattern NAMED_IN_TEXT =
      Pattern.compile(
          "(?i)((?:lat|lon|lng|location|coordinate)[a-z]*[\\s\"'\\\\:=\\[({]{1,12})" + NUMBER);

  private static final Pattern PAIR_IN_TEXT =
      Pattern.compile("[-+]?\\d{1,3}\\.\\d+(\\s*[,;/ ]\\s*)[-+]?\\d{1,3}\\.\\d+");

  private Masking() {}

  /** The same JSON with {@value #MASK} for every coordinate. */
  public static JsonNode mask(JsonNode json) {
    return mask(json, false);
  }

  private static JsonNode mask(JsonNode json, boolean isPlace) {
    return switch (json) {
      case ObjectNode object -> {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(
                field ->
                    masked.set(
                        field.getKey(), mask(field.getValue(), isPlace || hides(field.getKey()))));
        yield masked;
      }
      case ArrayNode array -> {
        ArrayNode masked = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> masked.add(mask(element, isPlace)));
        yield masked;
      }
      default -> scalar(json, isPlace);
    };
  }

  private static JsonNode scalar(JsonNode json, boolean isPlace) {
    if (isPlace && !json.isNull()) {
      return JsonNodeFactory.instance.textNode(MASK);
    }
    return json.isTextual() ? JsonNodeFactory.instance.textNode(mask(json.textValue())) : json;
  }

  /** Whether what stands under that name tells a place. */
  static boolean hides(String name) {
    return COORDINATE.matcher(name).matches() || PLACE.matcher(name).matches();
  }

  /** The text with {@value #MASK} for what looks like coordinates. */
  public static String mask(String text) {
    String unpaired = PAIR_IN_TEXT.matcher(text).replaceAll(MASK + "$1" + MASK);
    return NAMED_IN_TEXT.matcher(unpaired).replaceAll("$1" + MASK);
  }
}
