package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Values by time, only finite ones.
 *
 * @param label what a graph calls it; empty for what is computed from several
 * @param properties of the metric it comes from ({@code MetricName}, {@code Dim.Queue}, ...), empty
 *     when there are several
 * @param grid the times at which it could have points
 */
public record TimeSeries(
    String label,
    Map<String, String> properties,
    TimeGrid grid,
    NavigableMap<Instant, Double> points)
    implements Value {
  public TimeSeries {
    properties = Map.copyOf(properties);
    var finite = new TreeMap<Instant, Double>();
    points.forEach(
        (time, value) -> {
          if (Double.isFinite(value)) {
            finite.put(time, value);
          }
        });
    points = Collections.unmodifiableNavigableMap(finite);
  }

  /** One that stands for no single metric. */
  static TimeSeries computed(TimeGrid grid, SortedMap<Instant, Double> points) {
    return new TimeSeries("", Map.of(), grid, new TreeMap<>(points));
  }

  static TimeSeries empty(TimeGrid grid) {
    return computed(grid, Collections.emptySortedMap());
  }

  @Override
  public String type() {
    return "TimeSeries";
  }

  /** The same series with other points. */
  TimeSeries with(NavigableMap<Instant, Double> others) {
    return new TimeSeries(label, properties, grid, others);
  }

  public TimeSeries labelled(String other) {
    return new TimeSeries(other, properties, grid, points);
  }

  TimeSeries map(DoubleUnaryOperator change) {
    var changed = new TreeMap<Instant, Double>();
    points.forEach((time, value) -> changed.put(time, change.applyAsDouble(value)));
    return with(changed);
  }

  /**
   * Both together at each time that one of them has: "missing values in a time series are treated
   * as 0", the user guide says of arithmetic and of comparisons alike.
   */
  TimeSeries merge(TimeSeries other, DoubleBinaryOperator operator) {
    samePeriod(this, other);
    var times = new TreeSet<>(points.keySet());
    times.addAll(other.points.keySet());
    var merged = new TreeMap<Instant, Double>();
    for (Instant time : times) {
      double left = points.getOrDefault(time, 0.0);
      double right = other.points.getOrDefault(time, 0.0);
      merged.put(time, operator.applyAsDouble(left, right));
    }
    return computed(grid, merged);
  }

  /**
   * What belongs together must be cut alike: CloudWatch has no rule by which to match minutes and
   * hours.
   */
  static void samePeriod(TimeSeries one, TimeSeries other) {
    if (one.grid.period() != other.grid.period()) {
      throw new ExpressionException(
          ("It mixes time series with periods of %d and %d seconds: ask for all of them by the same"
                  + " period.")
              .formatted(one.grid.period(), other.grid.period()));
    }
  }
}
