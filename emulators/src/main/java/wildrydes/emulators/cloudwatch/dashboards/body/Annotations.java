package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.List;

/** The lines and bands drawn across a graph, or the alarm that it shows. */
final class Annotations {
  private Annotations() {}

  static void check(Element annotations) {
    annotations.warnUnlessKnown("alarms", "horizontal", "vertical");
    annotations
        .array("alarms", 1)
        .ifPresent(alarms -> alarms.items().forEach(OtherWidgets::requireArn));
    for (String direction : List.of("horizontal", "vertical")) {
      annotations
          .array(direction, Integer.MAX_VALUE)
          .ifPresent(list -> list.items().forEach(each -> lineOrBand(each, direction)));
    }
  }

  private static void lineOrBand(Element annotation, String direction) {
    if (!annotation.node().isArray()) {
      line(annotation, direction);
    } else if (annotation.node().size() != 2) {
      annotation.error("Should have 2 items: a band is between two lines");
    } else {
      annotation.items().forEach(each -> line(each, direction));
    }
  }

  private static void line(Element line, String direction) {
    if (!line.node().isObject()) {
      line.error("Should be object");
      return;
    }
    line.require("value");
    if (direction.equals("horizontal")) {
      line.numbers("value");
      line.oneOf("fill", List.of("above", "below", "none"));
      line.oneOf("yAxis", List.of("left", "right"));
    } else {
      line.texts("value");
      line.oneOf("fill", List.of("before", "after", "none"));
    }
    line.texts("label");
    line.flags("visible");
    MetricLines.color(line);
  }
}
