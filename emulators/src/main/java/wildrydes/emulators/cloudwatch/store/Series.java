package wildrydes.emulators.cloudwatch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import wildrydes.emulators.cloudwatch.metrics.PutMetricData;

/**
 * One metric in one unit over time. For three hours samples stay apart by their own resolution;
 * then they are rolled up into five minutes, and after fifteen days they are dropped. Up to now
 * that is some 10,800 one-second or 180 one-minute buckets and 4,320 five-minute ones; {@link
 * PutMetricData} lets nobody publish more than two hours ahead.
 */
public final class Series {
  private static final Duration AS_PUT = Duration.ofHours(3);
  private static final Duration KEPT = Duration.ofDays(15);
  private static final int ROLLED_UP = 300;

  private final TreeMap<Long, Distribution> byFirstSecond = new TreeMap<>();

  void add(MetricSample sample, Instant now) {
    long second = sample.time().getEpochSecond();
    int resolution = second < rollUpBefore(now) ? ROLLED_UP : sample.resolution();
    bucket(TimeWindow.floor(second, resolution)).add(sample.measurement());
  }

  void rollUp(Instant now) {
    byFirstSecond.headMap(TimeWindow.floor(now.minus(KEPT).getEpochSecond(), ROLLED_UP)).clear();
    var old =
        byFirstSecond.headMap(rollUpBefore(now)).keySet().stream()
            .filter(second -> second % ROLLED_UP != 0)
            .toList();
    for (long second : old) {
      var fine = byFirstSecond.remove(second);
      if (fine != null) {
        bucket(TimeWindow.floor(second, ROLLED_UP)).add(fine);
      }
    }
  }

  /** Adds what the window covers to {@code periods}, keyed by each period's first instant. */
  void addTo(NavigableMap<Instant, Distribution> periods, TimeWindow window) {
    byFirstSecond
        .subMap(window.firstSecond(), window.endSecond())
        .forEach(
            (second, samples) ->
                periods
                    .computeIfAbsent(window.periodOf(second), period -> new Distribution())
                    .add(samples));
  }

  boolean isEmpty() {
    return byFirstSecond.isEmpty();
  }

  /** The start of the newest bucket of a series that is not empty. */
  Instant newest() {
    return Instant.ofEpochSecond(byFirstSecond.lastKey());
  }

  int buckets() {
    return byFirstSecond.size();
  }

  private Distribution bucket(long firstSecond) {
    return byFirstSecond.computeIfAbsent(firstSecond, second -> new Distribution());
  }

  private static long rollUpBefore(Instant now) {
    return TimeWindow.floor(now.minus(AS_PUT).getEpochSecond(), ROLLED_UP);
  }
}
