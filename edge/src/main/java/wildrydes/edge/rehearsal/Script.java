package wildrydes.edge.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a rehearsal plays.
 *
 * @param events JSON, as Lambda would hand them over
 * @param answers of DynamoDB and SQS, JSON by operation
 */
record Script(List<String> events, Map<String, String> answers) {

  /** Reads {@code rehearsal.json}, which lies beside the class. */
  static Script of(Class<?> owner) {
    try (InputStream file = owner.getResourceAsStream("rehearsal.json")) {
      if (file == null) {
        throw new IllegalStateException("There is no rehearsal.json beside " + owner.getName());
      }
      JsonNode script = new JsonMapper().readTree(file);
      return new Script(
          script.get("events").valueStream().map(JsonNode::toString).toList(),
          script.get("answers").properties().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
