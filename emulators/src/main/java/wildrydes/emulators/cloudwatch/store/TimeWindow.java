package wildrydes.emulators.cloudwatch.store;

import java.time.Instant;

/**
 * A stretch of time cut into periods. As CloudWatch has it, the first begins at {@code start},
 * rounded down to the minute, or to the period if that is shorter: whoever wants full hours starts
 * at one, and a period as long as the window is one datapoint. A period that begins before {@code
 * end} is answered whole.
 *
 * @param period seconds: 1, 5, 10, 20, 30 or a multiple of 60
 */
public record TimeWindow(Instant start, Instant end, int period) {
  /** What a period may be, for an error that says so. */
  public static final String PERIODS = "1, 5, 10, 20, 30 or a multiple of 60";

  private static final int MINUTE = 60;

  public TimeWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("%s is not before %s".formatted(start, end));
    }
    if (!isPeriod(period)) {
      throw new IllegalArgumentException("A period is %s: %d".formatted(PERIODS, period));
    }
  }

  public static boolean isPeriod(int seconds) {
    return switch (seconds) {
      case 1, 5, 10, 20, 30 -> true;
      default -> seconds > 0 && seconds % 60 == 0;
    };
  }

  /** The first second of the first period. */
  long firstSecond() {
    return firstSecond(start, period);
  }

  /** Where the first period begins. */
  public static long firstSecond(Instant start, int period) {
    return floor(start.getEpochSecond(), Math.min(period, MINUTE));
  }

  /** The second after the last period. */
  long endSecond() {
    return firstOf(end.minusNanos(1).getEpochSecond()) + period;
  }

  long periods() {
    return (endSecond() - firstSecond()) / period;
  }

  Instant periodOf(long second) {
    return Instant.ofEpochSecond(firstOf(second));
  }

  private long firstOf(long second) {
    return firstSecond() + floor(second - firstSecond(), period);
  }

  static long floor(long second, int step) {
    return second - Math.floorMod(second, (long) step);
  }
}
