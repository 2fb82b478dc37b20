package wildrydes.ops.deadletters.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Bodies as JSON, as far as they are: a body among the dead letters may be anything. */
public final class Bodies {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Bodies() {}

  /** The body as JSON, or nothing if it is none. */
  public static Optional<JsonNode> json(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** JSON in many lines, as people read and edit it. */
  public static String pretty(JsonNode json) {
    return json.toPrettyString();
  }
}
