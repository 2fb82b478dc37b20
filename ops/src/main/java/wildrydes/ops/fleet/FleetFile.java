package wildrydes.ops.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wildrydes.ops.terminal.PlainText;

/**
 * Reads a fleet file: a JSON array of unicorns. The whole file is judged before anything is done
 * with it, so that one run tells all that is wrong.
 */
public final class FleetFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private FleetFile() {}

  /**
   * The file's unicorns, in its order.
   *
   * @throws FleetFileException naming everything that is wrong
   */
  public static List<PlacedUnicorn> read(Path file) throws FleetFileException {
    JsonNode root = parse(file);
    if (!root.isArray()) {
      throw new FleetFileException(file, List.of("it must hold a JSON array of unicorns"));
    }
    List<String> problems = new ArrayList<>();
    List<PlacedUnicorn> unicorns = new ArrayList<>();
    Map<String, Integer> firstOfName = new HashMap<>();
    for (int i = 0; i < root.size(); i++) {
      var fields = new UnicornFields(i, root.get(i), problems);
      fields.read().ifPresent(unicorns::add);
      Integer first = firstOfName.putIfAbsent(fields.name(), i);
      if (first != null && !fields.name().isBlank()) {
        problems.add("/%d/Name: is the name of unicorn /%d already".formatted(i, first));
      }
    }
    if (!problems.isEmpty()) {
      throw new FleetFileException(file, problems);
    }
    return List.copyOf(unicorns);
  }

  private static JsonNode parse(Path file) throws FleetFileException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new FleetFileException(file, List.of(notJson(e)));
    } catch (NoSuchFileException e) {
      throw new FleetFileException(file, List.of("there is no such file"));
    } catch (AccessDeniedException e) {
      throw new FleetFileException(file, List.of("you may not read it"));
    } catch (IOException e) {
      throw new FleetFileException(file, List.of("it cannot be read: " + e.getMessage()));
    }
  }

  private static String notJson(JsonProcessingException e) {
    var at = e.getLocation();
    String what =
        e instanceof MismatchedInputException
            ? "more follows its end"
            : PlainText.of(e.getOriginalMessage());
    return at == null
        ? "it is not JSON: " + what
        : "line %d, column %d: it is not JSON: %s"
            .formatted(at.getLineNr(), at.getColumnNr(), what);
  }
}
