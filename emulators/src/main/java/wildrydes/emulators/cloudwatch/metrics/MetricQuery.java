package wildrydes.emulators.cloudwatch.metrics;

import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/**
 * One query of {@link GetMetricData}: a metric's statistic by period. Metric math would be the
 * other kind of query; until it is there an {@code Expression} is refused, for an empty answer
 * would look like a quiet system.
 */
public record MetricQuery(
    String id,
    String label,
    boolean returnsData,
    MetricId metric,
    Statistic statistic,
    int period,
    Optional<StandardUnit> unit) {
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");

  static MetricQuery of(Parameters query) {
    String id = query.text("Id");
    if (!ID.matcher(id).matches()) {
      throw invalid(
          ("The value %s for parameter %s is invalid: it must be a lowercase letter and then"
                  + " letters, digits and underscores.")
              .formatted(id, query.at("Id")));
    }
    if (query.has("Expression")) {
      throw invalid(
          ("%s: metric math expressions are not implemented by this local CloudWatch yet; ask for"
                  + " metrics by MetricStat.")
              .formatted(query.at("Expression")));
    }
    var stat = query.structure("MetricStat");
    var metric = MetricParameters.metric(stat.structure("Metric"));
    return new MetricQuery(
        id,
        query.optionalText("Label").orElse(metric.name()),
        query.flag("ReturnData", true),
        metric,
        statistic(stat),
        MetricParameters.period(stat),
        MetricParameters.unit(stat));
  }

  /** The values by the start of their period, oldest first. */
  SequencedMap<Instant, Double> points(MetricStore metrics, Instant start, Instant end) {
    var points = new TreeMap<Instant, Double>();
    metrics
        .read(metric, unit, new TimeWindow(start, end, period))
        .forEach(
            (time, samples) -> statistic.of(samples).ifPresent(value -> points.put(time, value)));
    return points;
  }

  private static Statistic statistic(Parameters stat) {
    String name = stat.text("Stat");
    return Statistic.named(name)
        .orElseThrow(() -> ApiError.invalid(stat.at("Stat"), name, "one of " + Statistic.ALL));
  }

  private static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
