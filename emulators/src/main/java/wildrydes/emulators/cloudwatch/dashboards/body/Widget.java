package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.List;

/** One widget: its place on the grid of 24 columns, and what its type asks of its properties. */
final class Widget {
  private static final int COLUMNS = 24;
  private static final int HIGHEST = 1_000;
  private static final List<String> TYPES =
      List.of("metric", "text", "log", "alarm", "explorer", "custom", "chart");

  private Widget() {}

  static void check(Element widget) {
    if (!widget.node().isObject()) {
      widget.error("Should be object");
      return;
    }
    widget.warnUnlessKnown("type", "x", "y", "width", "height", "properties");
    place(widget);
    widget.require("type");
    widget.oneOf("type", TYPES);
    widget.require("properties");
    widget.object("properties", properties -> properties(widget, properties));
  }

  private static void place(Element widget) {
    widget.integer("x", 0, COLUMNS - 1);
    widget.integer("y", 0, Integer.MAX_VALUE);
    widget.integer("width", 1, COLUMNS);
    widget.integer("height", 1, HIGHEST);
    if (widget.has("x") != widget.has("y")) {
      widget.require(widget.has("x") ? "y" : "x");
    }
  }

  private static void properties(Element widget, Element properties) {
    switch (widget.node().path("type").asText()) {
      case "metric" -> MetricWidget.check(properties);
      case "text" -> OtherWidgets.text(properties);
      case "log" -> OtherWidgets.log(properties);
      case "alarm" -> OtherWidgets.alarm(properties);
      case "explorer" -> OtherWidgets.explorer(properties);
      case "custom" -> OtherWidgets.custom(properties);
      // A chart of PromQL queries, whose structure the reference leaves open.
      default -> {}
    }
  }
}
