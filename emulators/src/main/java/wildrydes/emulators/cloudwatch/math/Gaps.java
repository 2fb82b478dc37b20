package wildrydes.emulators.cloudwatch.math;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** FILL: what stands where a series has no point. */
final class Gaps {
  private enum Filler {
    /** The last value before, if there is one. */
    REPEAT,
    /** On the line between the values on both sides, if there are two. */
    LINEAR
  }

  private Gaps() {}

  static Value filled(Arguments arguments) {
    arguments.mustNumber(2, 2);
    var value = arguments.seriesOrArray(0);
    var word = arguments.word(1, Filler.class);
    if (word.isPresent()) {
      return each(
          value,
          series ->
              switch (word.get()) {
                case REPEAT -> fill(series, time -> before(series, time));
                case LINEAR -> fill(series, time -> between(series, time));
              });
    }
    return switch (arguments.value(1)) {
      case Value.Scalar(double number) -> each(value, series -> fill(series, time -> number));
      case TimeSeries other -> each(value, series -> fill(series, other));
      case Value.SeriesArray _ ->
          throw arguments.wrongType(1, "a Scalar, a TimeSeries, REPEAT or LINEAR");
    };
  }

  private static Value each(Value value, UnaryOperator<TimeSeries> change) {
    return switch (value) {
      case TimeSeries series -> change.apply(series);
      case Value.SeriesArray(var all) -> new Value.SeriesArray(all.stream().map(change).toList());
      case Value.Scalar scalar -> scalar;
    };
  }

  private static TimeSeries fill(TimeSeries series, TimeSeries other) {
    TimeSeries.samePeriod(series, other);
    return fill(series, time -> other.points().getOrDefault(time, Double.NaN));
  }

  private static TimeSeries fill(TimeSeries series, ToDoubleFunction<Instant> filler) {
    var points = new TreeMap<>(series.points());
    series.grid().times().forEach(time -> points.computeIfAbsent(time, filler::applyAsDouble));
    return series.with(points);
  }

  private static double before(TimeSeries series, Instant time) {
    var before = series.points().floorEntry(time);
    return before == null ? Double.NaN : before.getValue();
  }

  private static double between(TimeSeries series, Instant time) {
    var before = series.points().floorEntry(time);
    var after = series.points().ceilingEntry(time);
    if (before == null || after == null) {
      return Double.NaN;
    }
    double share = seconds(before, time) / seconds(before, after.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }

  private static double seconds(Map.Entry<Instant, Double> from, Instant to) {
    return Duration.between(from.getKey(), to).toSeconds();
  }
}
