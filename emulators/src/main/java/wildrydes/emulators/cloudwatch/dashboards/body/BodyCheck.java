package wildrydes.emulators.cloudwatch.dashboards.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** All that is to be said about one body; with errors it is no dashboard. */
public final class BodyCheck {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

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
        check.error("/", "The field DashboardBody must be a valid JSON object");
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      check.error(
          "/",
          "The field DashboardBody must be a valid JSON object: line %d, column %d: %s"
              .formatted(place.getLineNr(), place.getColumnNr(), e.getOriginalMessage()));
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
    var list = JSON.createArrayNode();
    errors.forEach(
        each -> list.addObject().put("dataPath", each.dataPath()).put("message", each.message()));
    return "The dashboard body is invalid, there are %d validation errors: %s"
        .formatted(errorCount, list.toPrettyString());
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
