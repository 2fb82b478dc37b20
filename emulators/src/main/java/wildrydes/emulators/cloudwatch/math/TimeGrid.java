package wildrydes.emulators.cloudwatch.math;

import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/**
 * The times at which a series may have points: from the first second, by the period, before the
 * end. All in seconds, since the epoch or long.
 */
public record TimeGrid(long firstSecond, long endSecond, int period) {
  private static final long MOST_POINTS = 100_800;

  public TimeGrid {
    if (period < 1) {
      throw new IllegalArgumentException("A period has at least a second: " + period);
    }
  }

  /** The periods that begin in this time, where those of a {@link TimeWindow} begin. */
  public static TimeGrid of(Instant start, Instant end, int period) {
    long first = TimeWindow.firstSecond(start, period);
    long last = end.minusNanos(1).getEpochSecond() - first;
    return new TimeGrid(first, first + last - Math.floorMod(last, period) + period, period);
  }

  TimeGrid by(int otherPeriod) {
    return of(Instant.ofEpochSecond(firstSecond), Instant.ofEpochSecond(endSecond), otherPeriod);
  }

  /**
   * @throws ExpressionException when there are more than CloudWatch answers in one call
   */
  Stream<Instant> times() {
    long points = (endSecond - firstSecond + period - 1) / period;
    if (points > MOST_POINTS) {
      throw new ExpressionException(
          ("A time series of %d data points is asked for, more than %d: choose a longer period or"
                  + " less time.")
              .formatted(points, MOST_POINTS));
    }
    return LongStream.range(0, Math.max(points, 0))
        .mapToObj(each -> Instant.ofEpochSecond(firstSecond + each * period));
  }
}
