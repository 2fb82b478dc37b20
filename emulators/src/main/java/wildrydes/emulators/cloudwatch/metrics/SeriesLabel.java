package wildrydes.emulators.cloudwatch.metrics;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wildrydes.emulators.Aws;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.math.TimeSeries;

/** The label that a query asks for, with dynamic values such as {@code ${MAX}} in it or not. */
public record SeriesLabel(String text) {
  private static final Pattern DYNAMIC =
      Pattern.compile("\\$\\{(?:PROP\\('(?<property>[^']*)'\\)|(?<value>[^}]*))}");
  private static final Pattern PROPERTY =
      Pattern.compile("MetricName|Namespace|Stat|Period|AccountId|Region|Dim\\..+");

  /**
   * Reads a query's {@code Label}.
   *
   * @throws ApiError when it has a dynamic value that there is not
   */
  static SeriesLabel of(Parameters query, String text) {
    DYNAMIC
        .matcher(text)
        .results()
        .filter(each -> !isKnown(each))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new ApiError(
                  ApiError.Code.VALIDATION,
                  ("The value for parameter %s is invalid: %s is no dynamic value; there are %s and"
                          + " PROP of MetricName, Namespace, Stat, Period, AccountId, Region or"
                          + " Dim.name.")
                      .formatted(query.at("Label"), unknown.group(), DynamicValue.NAMES));
            });
    return new SeriesLabel(text);
  }

  boolean isDynamic() {
    return DYNAMIC.matcher(text).find();
  }

  /**
   * The label of one series, of which {@code ${LABEL}} is this.
   *
   * @param label what it is called without
   */
  String of(TimeSeries series, String label, LabelTimes times) {
    return DYNAMIC
        .matcher(text)
        .replaceAll(each -> Matcher.quoteReplacement(value(each, series, label, times)));
  }

  private static String value(
      MatchResult dynamic, TimeSeries series, String label, LabelTimes times) {
    String property = dynamic.group("property");
    if (property != null) {
      return switch (property) {
        case "AccountId" -> Aws.ACCOUNT_ID;
        case "Region" -> Aws.REGION;
        // A series computed from several has no one metric, nor every metric this dimension.
        default -> series.properties().getOrDefault(property, "");
      };
    }
    String name = dynamic.group("value");
    return name.equals("LABEL") ? label : DynamicValue.valueOf(name).of(series.points(), times);
  }

  private static boolean isKnown(MatchResult dynamic) {
    String property = dynamic.group("property");
    return property != null
        ? PROPERTY.matcher(property).matches()
        : dynamic.group("value").equals("LABEL") || DynamicValue.isOne(dynamic.group("value"));
  }
}
