package wildrydes.emulators.cloudwatch.dashboards.body;

import java.util.List;

/** The whole: what is shown, of which time, and with which variables. */
final class Body {
  private static final int WIDGETS = 500;
  private static final int VARIABLES = 25;

  private Body() {}

  static void check(Element body) {
    body.warnUnlessKnown("start", "end", "periodOverride", "widgets", "variables");
    body.texts("start", "end");
    body.oneOf("periodOverride", List.of("auto", "inherit"));
    body.require("widgets");
    body.array("widgets", WIDGETS).ifPresent(list -> list.items().forEach(Widget::check));
    body.array("variables", VARIABLES).ifPresent(list -> list.items().forEach(Body::variable));
  }

  private static void variable(Element variable) {
    if (!variable.node().isObject()) {
      variable.error("Should be object");
      return;
    }
    for (String name : List.of("type", "id", "inputType")) {
      variable.require(name);
    }
    variable.oneOf("type", List.of("property", "pattern"));
    variable.oneOf("inputType", List.of("input", "radio", "select"));
    variable.texts("id", "label", "property", "pattern", "search", "populateFrom", "defaultValue");
    variable.flags("visible");
    variable.array("values", Integer.MAX_VALUE);
    variable
        .text("type")
        .filter(List.of("property", "pattern")::contains)
        .ifPresent(variable::require);
  }
}
