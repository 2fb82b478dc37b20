package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.util.TreeMap;

/**
 * IF: one value where the condition holds, the other where it does not. A condition's point that is
 * absent leaves the result absent; a wanted point that is absent is 0 where the condition holds and
 * stays absent where it does not.
 */
final class Condition {
  private Condition() {}

  static Value chosen(Arguments arguments) {
    arguments.mustNumber(2, 3);
    var then = numberOrSeries(arguments, 1);
    return switch (arguments.value(0)) {
      case TimeSeries condition -> byTime(condition, then, arguments);
      case Value.Scalar(double condition) -> whole(condition, then, arguments);
      case Value.SeriesArray _ -> throw arguments.wrongType(0, "a TimeSeries or a Scalar");
    };
  }

  private static Value byTime(TimeSeries condition, Value then, Arguments arguments) {
    Value otherwise =
        arguments.count() > 2 ? numberOrSeries(arguments, 2) : new Value.Scalar(Double.NaN);
    check(condition, then);
    check(condition, otherwise);
    var points = new TreeMap<Instant, Double>();
    condition
        .points()
        .forEach(
            (time, holds) ->
                points.put(time, holds != 0 ? at(then, time, 0) : at(otherwise, time, Double.NaN)));
    return TimeSeries.computed(condition.grid(), points);
  }

  /** Of the user guide's forms only those with series for a number that decides about them all. */
  private static Value whole(double condition, Value then, Arguments arguments) {
    if (!(then instanceof TimeSeries chosen)) {
      throw arguments.wrongType(1, "a TimeSeries, as its condition is a Scalar");
    }
    var otherwise = arguments.count() > 2 ? arguments.series(2) : TimeSeries.empty(chosen.grid());
    if (Double.isNaN(condition)) {
      return TimeSeries.empty(chosen.grid());
    }
    return condition != 0 ? chosen : otherwise;
  }

  private static Value numberOrSeries(Arguments arguments, int index) {
    var value = arguments.value(index);
    if (value instanceof Value.SeriesArray) {
      throw arguments.wrongType(index, "a TimeSeries or a Scalar");
    }
    return value;
  }

  private static void check(TimeSeries condition, Value value) {
    if (value instanceof TimeSeries series) {
      TimeSeries.samePeriod(condition, series);
    }
  }

  private static double at(Value value, Instant time, double absent) {
    return switch (value) {
      case Value.Scalar(double number) -> number;
      case TimeSeries series -> series.points().getOrDefault(time, absent);
      case Value.SeriesArray array -> throw new IllegalArgumentException("An array: " + array);
    };
  }
}
