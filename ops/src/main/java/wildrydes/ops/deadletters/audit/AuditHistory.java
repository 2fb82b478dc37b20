package wildrydes.ops.deadletters.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audit file tells. Lines that a crash left torn are counted and passed over.
 *
 * @param unreadable how many those are
 */
public record AuditHistory(List<Line> lines, int unreadable) {

  private static final JsonMapper JSON = new JsonMapper();

  /** One action, with all its fields as they were written. */
  public record Line(Instant when, ObjectNode json) {

    /** A field's text, empty if it is not there. */
    public String text(String field) {
      return json.path(field).asText("");
    }
  }

  public AuditHistory {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file, the oldest entry first.
   *
   * @throws java.nio.file.NoSuchFileException if there is none yet
   */
  public static AuditHistory read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int unreadable = 0;
    // A torn line may even end within a character: Files.readAllLines would refuse it.
    String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String text : all.split("\n", -1)) {
      if (text.isBlank()) {
        continue;
      }
      try {
        lines.add(line(text));
      } catch (JsonProcessingException | DateTimeException | ClassCastException e) {
        unreadable++;
      }
    }
    return new AuditHistory(lines, unreadable);
  }

  private static Line line(String text) throws JsonProcessingException {
    JsonNode json = JSON.readTree(text);
    return new Line(Instant.parse(json.path("When").asText("")), (ObjectNode) json);
  }
}
