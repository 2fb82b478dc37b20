package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a graph, each {@code [namespace, name, dimension, value, ..., {options}]} or {@code
 * [{expression}]}. A {@code "."} stands for what the line before has there, {@code "..."} for all
 * that it has up to there.
 */
final class MetricLines {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?");
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");
  private static final List<String> OPTIONS =
      List.of(
          "accountId",
          "color",
          "expression",
          "id",
          "label",
          "period",
          "region",
          "stat",
          "visible",
          "yAxis");

  private MetricLines() {}

  static void check(Element metrics) {
    List<String> before = List.of();
    for (Element line : metrics.items().toList()) {
      before = line(line, before);
    }
  }

  /** Answers what a next line's dots stand for. */
  private static List<String> line(Element line, List<String> before) {
    if (!line.node().isArray()) {
      line.error("Should be array");
      line.error(
          "Field \"metrics\" has to be an array of array of strings, with an optional metricRenderer"
              + " object as last element");
      return before;
    }
    int size = line.node().size();
    boolean hasOptions = size > 0 && line.node().get(size - 1).isObject();
    int texts = hasOptions ? size - 1 : size;
    boolean right = true;
    for (int i = 0; i < texts; i++) {
      if (!line.node().get(i).isTextual()) {
        line.at(i).error("Invalid metric field type, only \"String\" type is allowed");
        right = false;
      }
    }
    if (hasOptions) {
      options(line, line.at(size - 1), texts);
    }
    boolean expression = hasOptions && line.node().get(size - 1).has("expression");
    if (!right || (expression && texts == 0)) {
      return before;
    }
    var fields = written(line, texts, before);
    fields.ifPresent(each -> fields(line, each));
    return fields.orElse(before);
  }

  /** The line without dots; empty when there is nothing that they stand for. */
  private static Optional<List<String>> written(Element line, int texts, List<String> before) {
    var fields = new ArrayList<String>();
    for (int i = 0; i < texts; i++) {
      String text = line.node().get(i).textValue();
      int until = text.equals("...") ? before.size() - (texts - 1 - i) : fields.size() + 1;
      if (!text.equals(".") && !text.equals("...")) {
        fields.add(text);
      } else if (until > before.size() || until < fields.size()) {
        line.at(i)
            .error("There is nothing in the line before that \"%s\" stands for".formatted(text));
        return Optional.empty();
      } else {
        fields.addAll(before.subList(fields.size(), until));
      }
    }
    return Optional.of(fields);
  }

  private static void fields(Element line, List<String> fields) {
    if (fields.size() < 2) {
      line.error("Should NOT have fewer than 2 items: a namespace and a metric's name");
    } else if (fields.size() % 2 != 0) {
      line.error(
          "Should NOT have more than %d items: the dimension \"%s\" has no value"
              .formatted(fields.size() - 1, fields.getLast()));
    }
  }

  private static void options(Element line, Element options, int texts) {
    for (var option : options.node().properties()) {
      if (!OPTIONS.contains(option.getKey())) {
        line.error(
            "Should NOT have more than %d items: \"%s\" is no option of a metric, which are %s"
                .formatted(texts, option.getKey(), String.join(", ", OPTIONS)));
      }
    }
    options.texts("accountId", "expression", "label", "region");
    options.flags("visible");
    options.oneOf("yAxis", List.of("left", "right"));
    matching(options, "color", COLOR);
    matching(options, "id", ID);
    MetricWidget.period(options);
    MetricWidget.statistic(options);
  }

  static void matching(Element holder, String name, Pattern pattern) {
    holder
        .text(name)
        .filter(text -> !pattern.matcher(text).matches())
        .ifPresent(text -> holder.at(name).error("Should match pattern \"%s\"".formatted(pattern)));
  }

  static void color(Element holder) {
    matching(holder, "color", COLOR);
  }
}
