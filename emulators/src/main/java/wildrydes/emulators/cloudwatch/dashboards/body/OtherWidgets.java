package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.List;

/** The widgets without metrics. */
final class OtherWidgets {
  private static final int ALARMS = 100;
  private static final List<String> STATES = List.of("ALARM", "INSUFFICIENT_DATA", "OK");

  private OtherWidgets() {}

  static void text(Element properties) {
    properties.warnUnlessKnown("markdown", "background");
    properties.require("markdown");
    properties.texts("markdown");
    properties.oneOf("background", List.of("transparent", "solid"));
  }

  static void log(Element properties) {
    properties.warnUnlessKnown(
        "accountId",
        "annotations",
        "query",
        "queryBy",
        "queryLanguage",
        "logGroupClass",
        "region",
        "stacked",
        "title",
        "view",
        "yAxis",
        "timezone",
        "logGroupPrefixes",
        "accountIds");
    properties.require("query");
    properties.require("region");
    properties.texts("query", "region", "title", "accountId");
    properties.flags("stacked");
    properties.oneOf("view", List.of("table", "timeSeries", "bar", "pie"));
  }

  static void alarm(Element properties) {
    properties.warnUnlessKnown("alarms", "sortBy", "states", "title");
    properties.require("alarms");
    properties
        .array("alarms", ALARMS)
        .ifPresent(alarms -> alarms.items().forEach(OtherWidgets::requireArn));
    properties.oneOf("sortBy", List.of("default", "stateUpdatedTimestamp", "timestamp"));
    properties.texts("title");
    properties
        .array("states", STATES.size())
        .ifPresent(
            states ->
                states
                    .items()
                    .filter(state -> !STATES.contains(state.node().asText()))
                    .forEach(
                        state ->
                            state.error(
                                "Should be equal to one of the allowed values: "
                                    + String.join(", ", STATES))));
  }

  static void explorer(Element properties) {
    properties.warnUnlessKnown(
        "metrics",
        "aggregateBy",
        "labels",
        "period",
        "region",
        "splitBy",
        "title",
        "widgetOptions");
    properties.require("metrics");
    properties.require("labels");
    properties.array("metrics", Integer.MAX_VALUE);
    properties.array("labels", Integer.MAX_VALUE);
    properties.texts("splitBy", "title", "region");
    properties.object(
        "widgetOptions",
        options ->
            options.warnUnlessKnown("legend", "rowsPerPage", "stacked", "view", "widgetsPerRow"));
  }

  static void custom(Element properties) {
    properties.warnUnlessKnown("endpoint", "params", "updateOn", "title");
    properties.require("endpoint");
    properties.texts("endpoint", "title");
    properties.object("updateOn", updates -> updates.flags("refresh", "resize", "timeRange"));
  }

  static void requireArn(Element alarm) {
    if (!alarm.node().isTextual()) {
      alarm.error("Should be string");
    } else if (!alarm.node().textValue().matches("arn:[^:]+:cloudwatch:[^:]*:[^:]*:alarm:.+")) {
      alarm.error("Should be the ARN of an alarm: arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME");
    }
  }
}
