package wildrydes.emulators.cloudwatch.math;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Functions of each point and the one before it, whatever lies between them. */
enum Course {
  DIFF,
  /** In seconds. */
  DIFF_TIME,
  /** By the second. */
  RATE,
  RUNNING_SUM;

  TimeSeries of(TimeSeries series) {
    var points = new TreeMap<Instant, Double>();
    Map.Entry<Instant, Double> before = null;
    double sum = 0;
    for (var point : series.points().entrySet()) {
      sum += point.getValue();
      if (this == RUNNING_SUM) {
        points.put(point.getKey(), sum);
      } else if (before != null) {
        points.put(point.getKey(), between(before, point));
      }
      before = point;
    }
    return series.with(points);
  }

  private double between(Map.Entry<Instant, Double> before, Map.Entry<Instant, Double> point) {
    double change = point.getValue() - before.getValue();
    double seconds = Duration.between(before.getKey(), point.getKey()).toSeconds();
    return switch (this) {
      case DIFF -> change;
      case DIFF_TIME -> seconds;
      case RATE -> change / seconds;
      case RUNNING_SUM -> throw new IllegalStateException("It needs all points.");
    };
  }
}
