package wildrydes.emulators.cloudwatch.store;

import java.time.Instant;

/**
 * A stretch of time cut into periods that start at epoch multiples of the period, as CloudWatch
 * aligns them. A period belongs to the window when it starts before {@code end} and no earlier than
 * the period that {@code start} falls into; it is then answered whole.
 *
 * @param period seconds: 1, 5, 10, 20, 30 or a multiple of 60
 */
public record TimeWindow(Instant start, Instant end, int period) {
  /** What a period may be, for an error that says so. */
  public static final String PERIODS = "1, 5, 10, 20, 30 or a multiple of 60";

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
    return floor(start.getEpochSecond(), period);
  }

  /** The second after the last period. */
  long endSecond() {
    long lastStart = floor(end.minusNanos(1).getEpochSecond(), period);
    return lastStart + period;
  }

  long periods() {
    return (endSecond() - firstSecond()) / period;
  }

  Instant periodOf(long second) {
    return Instant.ofEpochSecond(floor(second, period));
  }

  static long floor(long second, int step) {
    return second - Math.floorMod(second, (long) step);
  }
}
