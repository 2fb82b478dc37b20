package wildrydes.requestapi.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wildrydes.messages.Location;
import wildrydes.requestapi.aws.Reply.FieldError;

/**
 * Reads the pickup out of a body, field by field: nothing else a body may hold is bound to
 * anything.
 */
final class PickupReader {

  private static final int MAX_DEPTH = 16;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  PickupReader() {
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  Location read(String body) throws RefusedException {
    JsonNode pickup = parse(body).path("PickupLocation");
    if (!pickup.isObject()) {
      throw invalid(
          List.of(
              new FieldError(
                  "/PickupLocation", "must be an object with a Latitude and a Longitude")));
    }
    List<FieldError> errors = new ArrayList<>();
    double latitude = degrees(pickup, "Latitude", 90, errors);
    double longitude = degrees(pickup, "Longitude", 180, errors);
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    return new Location(latitude, longitude);
  }

  private JsonNode parse(String body) throws RefusedException {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JsonProcessingException e) {
      // Jackson's message may quote the body; where it stopped is all a client needs.
      var at = e.getLocation();
      String where =
          at == null
              ? ""
              : " Look at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
      throw malformed("The body is not valid JSON, or is nested too deeply." + where);
    }
    if (!root.isObject()) {
      throw malformed("The body must be one JSON object.");
    }
    if (!isWellFormed(root)) {
      throw malformed("A string in the body holds half of a surrogate pair.");
    }
    return root;
  }

  private static double degrees(JsonNode pickup, String name, int limit, List<FieldError> errors) {
    JsonNode value = pickup.path(name);
    double degrees = value.doubleValue();
    if (!value.isNumber() || !(Math.abs(degrees) <= limit)) {
      errors.add(
          new FieldError(
              "/PickupLocation/" + name,
              "must be a number of degrees from -" + limit + " to " + limit));
    }
    return degrees;
  }

  private static boolean isWellFormed(JsonNode node) {
    if (node.isTextual()) {
      return isWellFormed(node.textValue());
    }
    return node.propertyStream()
            .allMatch(field -> isWellFormed(field.getKey()) && isWellFormed(field.getValue()))
        && (!node.isArray() || node.valueStream().allMatch(PickupReader::isWellFormed));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static RefusedException malformed(String detail) {
    return new RefusedException(Problem.MALFORMED_JSON, detail);
  }

  private static RefusedException invalid(List<FieldError> errors) {
    return new RefusedException(
        Problem.INVALID_RIDE,
        "Mend the fields named in errors. A ride looks like"
            + " {\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}.",
        errors);
  }
}
