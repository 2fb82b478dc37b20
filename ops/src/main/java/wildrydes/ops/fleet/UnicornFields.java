package wildrydes.ops.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;
import wildrydes.ops.terminal.PlainText;

/** Reads one unicorn of a fleet file and notes each problem with its JSON pointer. */
final class UnicornFields {

  private static final Set<String> FIELDS =
      Set.of("Name", "Color", "Gender", "Latitude", "Longitude");

  /** What a listing adds and a load leaves alone: so a listing can be loaded again. */
  private static final Set<String> IGNORED = Set.of("BusyUntil", "RideId");

  private final int index;
  private final JsonNode node;
  private final List<String> problems;

  UnicornFields(int index, JsonNode node, List<String> problems) {
    this.index = index;
    this.node = node;
    this.problems = problems;
  }

  String name() {
    return node.path("Name").asText();
  }

  /** The unicorn, unless something is wrong with it. */
  Optional<PlacedUnicorn> read() {
    int before = problems.size();
    if (!node.isObject()) {
      problems.add("/" + index + ": must be an object");
      return Optional.empty();
    }
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    unknown.removeAll(IGNORED);
    unknown.forEach(field -> problem(PlainText.of(field), "is not a field of a unicorn"));
    String name = text("Name");
    String color = text("Color");
    String gender = text("Gender");
    double latitude = degrees("Latitude", 90);
    double longitude = degrees("Longitude", 180);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new PlacedUnicorn(new Unicorn(name, color, gender), new Location(latitude, longitude)));
  }

  private String text(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      problem(field, "is missing");
    } else if (!value.isTextual()) {
      problem(field, "must be text");
    } else {
      UnicornWords.problem(value.textValue()).ifPresent(detail -> problem(field, detail));
    }
    return value.asText();
  }

  private double degrees(String field, int limit) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      problem(field, "is missing");
    } else if (!value.isNumber()) {
      problem(field, "must be a number");
    } else if (!(Math.abs(value.doubleValue()) <= limit)) {
      problem(field, "must be from -" + limit + " to " + limit);
    }
    return value.doubleValue();
  }

  private void problem(String field, String detail) {
    problems.add("/" + index + "/" + field + ": " + detail);
  }
}
