package wildrydes.emulators.cloudwatch.dashboards.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** All that is to be said about one body; with errors it is no dashboard. */
public final class BodyCheck {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final PrettyPrinter AS_CLOUDWATCH =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
          .withArrayIndenter(LINES)
          .withObjectIndenter(LINES);
  private static final String NO_OBJECT = "The field DashboardBody must be a valid JSON object";

  /** More than anybody reads, and a bound for a body that is wrong everywhere. */
  private static final int NAMED = 100;

  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int errorCount;

  private BodyCheck() {}

  public static BodyCheck of(String body) {
    var check = new BodyCheck();
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isObject()) {
        Body.check(new Element(root, "", check));
      } else {
        check.error("/", NO_OBJECT);
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      check.error(
          "/",
          "%s: line %d, column %d: %s"
              .formatted(NO_OBJECT, place.getLineNr(), place.getColumnNr(), withoutSource(e)));
    }
    return check;
  }

  /** The first of them. */
  public List<Problem> errors() {
    return List.copyOf(errors);
  }

  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** The errors in the one text that most clients show. */
  public String message() {
    if (errors.getFirst().message().startsWith(NO_OBJECT)) {
      return errors.getFirst().message();
    }
    var list = JSON.createArrayNode();
    errors.forEach(
        each -> list.addObject().put("dataPath", each.dataPath()).put("message", each.message()));
    try {
      return "The dashboard body is invalid, there are %d validation errors:\n%s"
          .formatted(errorCount, JSON.writer(AS_CLOUDWATCH).writeValueAsString(list));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts can be written", e);
    }
  }

  /** Jackson adds where the source is, which is nowhere. */
  private static String withoutSource(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("(?s) \\(start marker.*", "");
  }

  void error(String path, String message) {
    errorCount++;
    add(errors, new Problem(path, message));
  }

  void warning(String path, String message) {
    add(warnings, new Problem(path, message));
  }

  private static void add(List<Problem> problems, Problem problem) {
    if (problems.size() < NAMED) {
      problems.add(problem);
    }
  }
}
