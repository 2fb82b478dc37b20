package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions there are, by name. */
final class Functions {
  /** A function; it judges its arguments itself. */
  @FunctionalInterface
  interface Function {
    Value value(Arguments arguments);
  }

  private static final Map<String, Function> BY_NAME = all();

  /** What CloudWatch has and this does not, with what to do instead. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "ANOMALY_DETECTION_BAND", "no anomaly model is trained here; compare with a threshold",
          "INSIGHT_RULE_METRIC", "there are no Contributor Insights rules here",
          "LAMBDA", "no data source function is called; put its values as a metric",
          "SERVICE_QUOTA", "there are no quotas here; write the number itself",
          "DB_PERF_INSIGHTS", "there is no Performance Insights here");

  private Functions() {}

  static Function named(String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .orElseThrow(
            () ->
                REFUSED.containsKey(name)
                    ? new ExpressionException(
                        "%s is not implemented by this local CloudWatch: %s."
                            .formatted(name, REFUSED.get(name)))
                    : new ExpressionException(
                        "Unknown function '%s': there are %s."
                            .formatted(name, String.join(", ", BY_NAME.keySet()))));
  }

  private static Map<String, Function> all() {
    var all = new TreeMap<String, Function>();
    for (Reduction each : Reduction.values()) {
      all.put(
          each.name(),
          arguments -> each.of(only(arguments), arguments.evaluation().scope().grid()));
    }
    for (Course each : Course.values()) {
      all.put(each.name(), arguments -> eachSeries(only(arguments), each::of));
    }
    for (Calendar each : Calendar.values()) {
      all.put(each.name(), arguments -> each.of(onlySeries(arguments)));
    }
    all.put("ABS", eachPoint(Math::abs));
    all.put("CEIL", eachPoint(Math::ceil));
    all.put("FLOOR", eachPoint(Math::floor));
    all.put("LOG", eachPoint(Math::log));
    all.put("LOG10", eachPoint(Math::log10));
    all.put("FILL", Gaps::filled);
    all.put("IF", Condition::chosen);
    all.put("SORT", Ranking::sorted);
    all.put("SLICE", Ranking::slice);
    all.put("FIRST", Ranking::first);
    all.put("LAST", Ranking::last);
    all.put("REMOVE_EMPTY", Ranking::withoutEmpty);
    all.put("METRIC_COUNT", Functions::metricCount);
    all.put("METRICS", Functions::metrics);
    all.put("PERIOD", Functions::period);
    all.put("SEARCH", Functions::search);
    all.put("TIME_SERIES", Functions::timeSeries);
    return all;
  }

  private static Function eachPoint(DoubleUnaryOperator change) {
    return arguments -> Evaluation.each(only(arguments), change);
  }

  private static Value eachSeries(Value value, UnaryOperator<TimeSeries> change) {
    return switch (value) {
      case Value.Scalar scalar -> scalar;
      case TimeSeries series -> change.apply(series);
      case Value.SeriesArray(var all) -> new Value.SeriesArray(all.stream().map(change).toList());
    };
  }

  private static Value only(Arguments arguments) {
    arguments.mustNumber(1, 1);
    return arguments.seriesOrArray(0);
  }

  private static TimeSeries onlySeries(Arguments arguments) {
    arguments.mustNumber(1, 1);
    return arguments.series(0);
  }

  private static Value metricCount(Arguments arguments) {
    arguments.mustNumber(1, 1);
    return new Value.Scalar(arguments.array(0).all().size());
  }

  private static Value metrics(Arguments arguments) {
    arguments.mustNumber(0, 1);
    String part = arguments.count() == 0 ? "" : arguments.text(0);
    return new Value.SeriesArray(arguments.evaluation().scope().metrics(part));
  }

  private static Value period(Arguments arguments) {
    arguments.mustNumber(1, 1);
    if (arguments.written().getFirst() instanceof Expression.Name(String id)) {
      var period = arguments.evaluation().scope().periodOfMetric(id);
      if (period.isPresent()) {
        return new Value.Scalar(period.getAsInt());
      }
    }
    throw new ExpressionException("PERIOD takes the Id of a metric, not an expression.");
  }

  private static Value search(Arguments arguments) {
    arguments.mustNumber(2, 3);
    var period =
        arguments.count() < 3
            ? OptionalInt.empty()
            : OptionalInt.of(Math.clamp((long) arguments.scalar(2), 0, Integer.MAX_VALUE));
    return new Value.SeriesArray(
        arguments.evaluation().scope().search(arguments.text(0), arguments.text(1), period));
  }

  private static Value timeSeries(Arguments arguments) {
    arguments.mustNumber(1, 1);
    double number = arguments.scalar(0);
    var points = new TreeMap<Instant, Double>();
    var grid = arguments.evaluation().scope().grid();
    grid.times().forEach(time -> points.put(time, number));
    return TimeSeries.computed(grid, points);
  }
}
