package wildrydes.emulators.cloudwatch.metrics;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.math.Expression;
import wildrydes.emulators.cloudwatch.math.ExpressionException;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.Statistic;

/**
 * One query of {@link MetricQueries}: a metric's statistic, or an expression over other queries.
 */
public record MetricQuery(
    String id, Optional<SeriesLabel> label, boolean returnsData, Source source) {
  /** Where the data comes from. */
  public sealed interface Source {
    record Metric(MetricId metric, Statistic statistic, int period, Optional<StandardUnit> unit)
        implements Source {}

    record Formula(Expression expression, OptionalInt period) implements Source {}
  }

  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");
  private static final int LONGEST_EXPRESSION = 2_048;

  static MetricQuery of(Parameters query) {
    String id = query.text("Id");
    if (!ID.matcher(id).matches()) {
      throw invalid(
          ("The value %s for parameter %s is invalid: it must be a lowercase letter and then"
                  + " letters, digits and underscores.")
              .formatted(id, query.at("Id")));
    }
    if (query.has("AccountId")) {
      throw invalid(
          "%s: this local CloudWatch has one account and no linked ones; leave it out."
              .formatted(query.at("AccountId")));
    }
    return new MetricQuery(
        id,
        query.optionalText("Label").map(text -> SeriesLabel.of(query, text)),
        query.flag("ReturnData", true),
        source(query));
  }

  private static Source source(Parameters query) {
    if (query.has("Expression") == query.has("MetricStat")) {
      throw invalid(
          "Either %s or %s is required, and not both."
              .formatted(query.at("MetricStat"), query.at("Expression")));
    }
    return query.has("Expression") ? math(query) : metric(query.structure("MetricStat"));
  }

  private static Source math(Parameters query) {
    String text = query.text("Expression");
    if (text.isBlank() || text.length() > LONGEST_EXPRESSION) {
      throw invalid(
          "The value for parameter %s is invalid: it must have 1 to %d characters."
              .formatted(query.at("Expression"), LONGEST_EXPRESSION));
    }
    var period =
        query.has("Period") ? OptionalInt.of(MetricParameters.period(query)) : OptionalInt.empty();
    try {
      return new Source.Formula(Expression.parse(text), period);
    } catch (ExpressionException e) {
      throw invalid("Error in expression '%s': %s".formatted(query.text("Id"), e.message()));
    }
  }

  private static Source metric(Parameters stat) {
    return new Source.Metric(
        MetricParameters.metric(stat.structure("Metric")),
        statistic(stat),
        MetricParameters.period(stat),
        MetricParameters.unit(stat));
  }

  private static Statistic statistic(Parameters stat) {
    String name = stat.text("Stat");
    return Statistic.named(name)
        .orElseThrow(
            () ->
                invalid(
                    "The value %s for parameter %s is not a valid statistic: it must be one of %s."
                        .formatted(name, stat.at("Stat"), Statistic.ALL)));
  }

  private static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
