package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.List;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** A graph, or another view, of metrics and expressions, or of one alarm. */
final class MetricWidget {
  private static final int METRICS = 500;
  private static final List<String> VIEWS =
      List.of("timeSeries", "singleValue", "gauge", "bar", "pie", "table");

  private MetricWidget() {}

  static void check(Element properties) {
    properties.warnUnlessKnown(
        "accountId",
        "annotations",
        "end",
        "gauge",
        "labels",
        "legend",
        "liveData",
        "metrics",
        "period",
        "region",
        "setPeriodToTimeRange",
        "singleValueFullPrecision",
        "sparkline",
        "stacked",
        "start",
        "stat",
        "table",
        "timezone",
        "title",
        "trend",
        "view",
        "yAxis");
    source(properties);
    properties.oneOf("view", VIEWS);
    properties.texts("title", "region", "accountId", "start", "end", "timezone");
    properties.flags(
        "stacked",
        "liveData",
        "sparkline",
        "setPeriodToTimeRange",
        "singleValueFullPrecision",
        "trend");
    period(properties);
    statistic(properties);
    properties.object(
        "legend", legend -> legend.oneOf("position", List.of("right", "bottom", "hidden")));
    axes(properties);
    properties.object("annotations", Annotations::check);
  }

  static void period(Element holder) {
    if (!holder.has("period")) {
      return;
    }
    var period = holder.node().path("period");
    if (!period.canConvertToInt() || !period.isIntegralNumber()) {
      holder.at("period").error("Should be integer");
    } else if (!TimeWindow.isPeriod(period.intValue())) {
      holder.at("period").error("Should be " + TimeWindow.PERIODS);
    }
  }

  static void statistic(Element holder) {
    holder
        .text("stat")
        .filter(name -> Statistic.named(name).isEmpty())
        .ifPresent(name -> holder.at("stat").error("Should be one of " + Statistic.ALL));
  }

  private static void source(Element properties) {
    boolean alarm = !properties.node().at("/annotations/alarms").isMissingNode();
    if (!properties.has("metrics") && !alarm) {
      properties.require("metrics");
      properties.error(
          "The metric widget should have specified a region and a data source or an alarm"
              + " annotation");
      properties.require("annotations");
    } else if (!alarm) {
      properties.require("region");
    }
    properties.array("metrics", METRICS).ifPresent(MetricLines::check);
  }

  private static void axes(Element properties) {
    properties.object(
        "yAxis",
        axes -> {
          for (String side : List.of("left", "right")) {
            axes.object(
                side,
                axis -> {
                  axis.texts("label");
                  axis.numbers("min", "max");
                  axis.flags("showUnits");
                });
          }
        });
    if (properties.node().path("view").asText().equals("gauge")) {
      var left = properties.at("yAxis").at("left");
      left.require("min");
      left.require("max");
    }
  }
}
