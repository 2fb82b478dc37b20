package wildrydes.ops.deadletters.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wildrydes.ops.deadletters.view.Bodies;
import wildrydes.ops.deadletters.view.Masking;
import wildrydes.ops.terminal.PlainText;

/** What differs between two bodies, value by value. */
public final class BodyDiff {

  /** Stands for a whole body that is not JSON. */
  private static final String WHOLE = "(body)";

  private final List<String> paths = new ArrayList<>();
  private final Map<String, JsonNode> before;
  private final Map<String, JsonNode> after;
  private final Map<String, JsonNode> shownBefore;
  private final Map<String, JsonNode> shownAfter;

  /**
   * @param showLocations whether to leave coordinates as they are
   */
  public BodyDiff(String oldBody, String newBody, boolean showLocations) {
    before = values(json(oldBody));
    after = values(json(newBody));
    shownBefore = showLocations ? before : values(Masking.mask(json(oldBody)));
    shownAfter = showLocations ? after : values(Masking.mask(json(newBody)));
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.stream()
        .filter(
            path ->
                !Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(after.get(path))))
        .forEach(paths::add);
  }

  private static JsonNode json(String body) {
    return Bodies.json(body).orElseGet(() -> TextNode.valueOf(body));
  }

  /** Where they differ, dotted. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /** A line for each value that goes, and for each that comes. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      Optional.ofNullable(shownBefore.get(path)).ifPresent(old -> lines.add(line("-", path, old)));
      Optional.ofNullable(shownAfter.get(path)).ifPresent(now -> lines.add(line("+", path, now)));
    }
    return lines;
  }

  private static String line(String sign, String path, JsonNode value) {
    return PlainText.of("%s %s: %s".formatted(sign, path, value));
  }

  private static Map<String, JsonNode> values(JsonNode json) {
    Map<String, JsonNode> values = new TreeMap<>();
    collect("", json, values);
    return values;
  }

  private static void collect(String path, JsonNode json, Map<String, JsonNode> values) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (json.isObject() && !json.isEmpty()) {
      json.properties()
          .forEach(field -> collect(prefix + field.getKey(), field.getValue(), values));
    } else if (json.isArray() && !json.isEmpty()) {
      for (int i = 0; i < json.size(); i++) {
        collect(prefix + i, json.get(i), values);
      }
    } else {
      values.put(path.isEmpty() ? WHOLE : path, json);
    }
  }
}
