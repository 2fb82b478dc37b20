package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Functions that make a series into a number, and an array of series into one series. What is
 * absent is left out, and of nothing at all there is no average, lowest, highest or deviation.
 */
enum Reduction {
  /** "Missing values are treated as 0", the user guide says of an array's average. */
  AVG,
  DATAPOINT_COUNT,
  MAX,
  MIN,
  /** Of the population: the guide does not say which one. */
  STDDEV,
  SUM;

  /**
   * @param none the grid of the series that an array without series is made into
   */
  Value of(Value value, TimeGrid none) {
    return switch (value) {
      case Value.Scalar scalar -> throw new IllegalArgumentException("A number: " + scalar);
      case TimeSeries series -> new Value.Scalar(of(series));
      case Value.SeriesArray(var all) -> all.isEmpty() ? TimeSeries.empty(none) : across(all);
    };
  }

  double of(TimeSeries series) {
    return of(List.copyOf(series.points().values()), series.points().size());
  }

  private TimeSeries across(List<TimeSeries> all) {
    var byTime = new TreeMap<Instant, List<Double>>();
    for (TimeSeries series : all) {
      TimeSeries.samePeriod(all.getFirst(), series);
      series
          .points()
          .forEach(
              (time, value) -> byTime.computeIfAbsent(time, each -> new ArrayList<>()).add(value));
    }
    var reduced = new TreeMap<Instant, Double>();
    byTime.forEach((time, values) -> reduced.put(time, of(values, all.size())));
    return TimeSeries.computed(all.getFirst().grid(), reduced);
  }

  private double of(List<Double> values, int places) {
    double sum = values.stream().mapToDouble(each -> each).sum();
    return switch (this) {
      case AVG -> sum / places;
      case DATAPOINT_COUNT -> values.size();
      case MAX -> values.stream().mapToDouble(each -> each).max().orElse(Double.NaN);
      case MIN -> values.stream().mapToDouble(each -> each).min().orElse(Double.NaN);
      case STDDEV -> deviation(values, sum / values.size());
      case SUM -> sum;
    };
  }

  private static double deviation(List<Double> values, double mean) {
    return Math.sqrt(
        values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum() / values.size());
  }
}
