package wildrydes.emulators.cloudwatch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One metric in one unit over time. For three hours samples stay apart by their own resolution, for
 * a day by the minute and for fifteen days by five minutes; then they are dropped. (CloudWatch
 * keeps minutes for 15 days, five minutes for 63 and hours for 455.)
 */
final class Series {
  /** Samples older than this are kept by this step, in seconds. */
  private record Age(Duration olderThan, int step) {
    long before(Instant now) {
      return TimeWindow.floor(now.minus(olderThan).getEpochSecond(), step);
    }
  }

  static final Duration AS_PUT = Duration.ofHours(3);
  static final Duration KEPT = Duration.ofDays(15);

  /** The oldest first, so that none of them touches what the one before made. */
  private static final List<Age> AGES =
      List.of(new Age(Duration.ofDays(1), 300), new Age(AS_PUT, 60));

  private final TreeMap<Long, Distribution> byFirstSecond = new TreeMap<>();
  private Instant rolledUp = Instant.EPOCH;
  private int weight;

  void add(MetricSample sample, Instant now) {
    long second = sample.time().getEpochSecond();
    int step =
        AGES.stream()
            .filter(age -> second < age.before(now))
            .mapToInt(Age::step)
            .findFirst()
            .orElse(sample.resolution());
    change(TimeWindow.floor(second, step), bucket -> bucket.add(sample.measurement()));
  }

  /** Looks only at what has come of age since it was called before. */
  void rollUp(Instant now) {
    drop(Long.MIN_VALUE, TimeWindow.floor(now.minus(KEPT).getEpochSecond(), 300));
    for (Age age : AGES) {
      long to = age.before(now);
      long from = Math.min(age.before(rolledUp), to);
      if (hasAny(from, to)) {
        merge(from, to, age.step());
      }
    }
    rolledUp = now;
  }

  /** Merges what lies between two seconds into buckets of this many seconds, or longer ones. */
  void merge(long from, long to, int step) {
    var finer =
        byFirstSecond.subMap(from, to).keySet().stream()
            .filter(second -> second % step != 0)
            .toList();
    for (long second : finer) {
      var samples = byFirstSecond.remove(second);
      if (samples != null) {
        weight -= samples.weight();
        change(TimeWindow.floor(second, step), bucket -> bucket.add(samples));
      }
    }
  }

  void drop(long from, long to) {
    var dropped = byFirstSecond.subMap(from, to);
    dropped.values().forEach(samples -> weight -= samples.weight());
    dropped.clear();
  }

  /** Changes each bucket between two seconds. */
  void change(long from, long to, Consumer<Distribution> change) {
    List.copyOf(byFirstSecond.subMap(from, to).keySet()).forEach(second -> change(second, change));
  }

  /** Adds what the window covers to {@code periods}, keyed by each period's first instant. */
  void addTo(NavigableMap<Instant, Distribution> periods, TimeWindow window) {
    byFirstSecond
        .subMap(window.firstSecond(), window.endSecond())
        .forEach(
            (second, samples) ->
                periods
                    .computeIfAbsent(window.periodOf(second), period -> Distribution.toRead())
                    .add(samples));
  }

  boolean hasAny(long from, long to) {
    var first = byFirstSecond.ceilingKey(from);
    return first != null && first < to;
  }

  boolean isEmpty() {
    return byFirstSecond.isEmpty();
  }

  /** The start of the oldest bucket of a series that is not empty. */
  long oldestSecond() {
    return byFirstSecond.firstKey();
  }

  /** The start of the newest bucket of a series that is not empty. */
  Instant newest() {
    return Instant.ofEpochSecond(byFirstSecond.lastKey());
  }

  int buckets() {
    return byFirstSecond.size();
  }

  /** What all its buckets weigh: see {@link Distribution#weight}. */
  int weight() {
    return weight;
  }

  private void change(long firstSecond, Consumer<Distribution> change) {
    var bucket = byFirstSecond.get(firstSecond);
    if (bucket == null) {
      bucket = new Distribution();
      byFirstSecond.put(firstSecond, bucket);
    } else {
      weight -= bucket.weight();
    }
    change.accept(bucket);
    weight += bucket.weight();
  }
}
