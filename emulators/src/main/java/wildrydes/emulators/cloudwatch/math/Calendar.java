package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** Functions that make each possible time of a series into a number, by UTC. */
enum Calendar {
  MINUTE,
  HOUR,
  /** Monday is 1, Sunday is 7. */
  DAY,
  /** Of the month. */
  DATE,
  MONTH,
  YEAR,
  /** In seconds. */
  EPOCH;

  TimeSeries of(TimeSeries series) {
    var points = new TreeMap<Instant, Double>();
    series.grid().times().forEach(time -> points.put(time, of(time)));
    return TimeSeries.computed(series.grid(), points);
  }

  private double of(Instant time) {
    var there = time.atOffset(ZoneOffset.UTC);
    return switch (this) {
      case MINUTE -> there.getMinute();
      case HOUR -> there.getHour();
      case DAY -> there.getDayOfWeek().getValue();
      case DATE -> there.getDayOfMonth();
      case MONTH -> there.getMonthValue();
      case YEAR -> there.getYear();
      case EPOCH -> time.getEpochSecond();
    };
  }
}
