package wildrydes.emulators.cloudwatch.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Keeps all series together within a weight. When they are above it, one measure after the other is
 * taken, each on the oldest time first, until a fifth of it is free: past three hours data is
 * merged by the hour, then dropped; of the last three hours the detail goes (five minutes together,
 * values at two digits, then no percentiles). The totals of the last three hours go last, and only
 * when nothing else is left.
 *
 * @param weight in values kept, of some 80 bytes each: see {@link Distribution#weight}
 */
record MemoryBudget(long weight) {
  private static final int HOUR = 3_600;
  private static final int FIVE_MINUTES = 300;

  /** What is done to one stretch of one series. */
  @FunctionalInterface
  private interface Measure {
    void take(Series series, long from, long to);
  }

  private static final List<Measure> ON_OLD_DATA =
      List.of((series, from, to) -> series.merge(from, to, HOUR), Series::drop);

  private static final List<Measure> ON_RECENT_DATA =
      List.of(
          (series, from, to) -> {
            series.merge(from, to, FIVE_MINUTES);
            series.change(from, to, Distribution::coarsen);
          },
          (series, from, to) -> series.change(from, to, Distribution::summarise),
          Series::drop);

  boolean isExceededBy(long held) {
    return held > weight;
  }

  void apply(Collection<Series> all, Instant now) {
    long recent = TimeWindow.floor(now.minus(Series.AS_PUT).getEpochSecond(), HOUR);
    long oldest = all.stream().mapToLong(Series::oldestSecond).min().orElse(recent);
    for (Measure measure : ON_OLD_DATA) {
      take(measure, all, TimeWindow.floor(oldest, HOUR), recent, HOUR);
    }
    long newest =
        all.stream()
            .filter(series -> !series.isEmpty())
            .mapToLong(series -> series.newest().getEpochSecond())
            .max()
            .orElse(recent);
    for (Measure measure : ON_RECENT_DATA) {
      take(measure, all, recent, newest + 1, FIVE_MINUTES);
    }
  }

  private void take(Measure measure, Collection<Series> all, long from, long to, int step) {
    for (long second = from; second < to && !hasRoom(all); second += step) {
      for (Series series : all) {
        if (series.hasAny(second, second + step)) {
          measure.take(series, second, second + step);
        }
      }
    }
  }

  private boolean hasRoom(Collection<Series> all) {
    return all.stream().mapToLong(Series::weight).sum() <= weight - weight / 5;
  }
}
