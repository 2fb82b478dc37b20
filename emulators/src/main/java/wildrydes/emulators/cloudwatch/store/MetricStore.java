package wildrydes.emulators.cloudwatch.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * All metrics, in memory and safe for any thread. It holds {@value #METRICS} metrics, forgetting
 * the one longest not written when another comes, each as long and as finely as {@link Series}
 * says; a metric whose samples are all dropped is no longer listed.
 *
 * <p>All together hold {@value #VALUES} different values, some 80 MB, where a bucket of a metric
 * counts for three more; above that {@link MemoryBudget} gives up the oldest detail first. Only
 * detail goes before the totals of the last three hours do.
 */
public final class MetricStore {
  static final int METRICS = 10_000;
  static final int VALUES = 1_000_000;
  private static final Duration LISTED = Duration.ofDays(14);
  private static final Duration ROLL_UP_EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final LinkedHashMap<MetricId, Map<StandardUnit, Series>> byMetric = new LinkedHashMap<>();
  private final MemoryBudget budget;
  private Instant nextRollUp = Instant.MIN;
  private long weight;

  public MetricStore(InstantSource clock) {
    this(clock, VALUES);
  }

  MetricStore(InstantSource clock, int values) {
    this.clock = clock;
    this.budget = new MemoryBudget(values);
  }

  public synchronized void put(String namespace, MetricSample sample) {
    var now = clock.instant();
    if (!now.isBefore(nextRollUp)) {
      rollUp(now);
      nextRollUp = now.plus(ROLL_UP_EVERY);
    }
    var metric = MetricId.of(namespace, sample.name(), sample.dimensions());
    var byUnit = byMetric.remove(metric);
    if (byUnit == null) {
      byUnit = new EnumMap<>(StandardUnit.class);
    }
    byMetric.putLast(metric, byUnit);
    var series = byUnit.computeIfAbsent(sample.unit(), unit -> new Series());
    weight -= series.weight();
    series.add(sample, now);
    weight += series.weight();
    if (byMetric.size() > METRICS) {
      byMetric.pollFirstEntry().getValue().values().forEach(each -> weight -= each.weight());
    }
    if (budget.isExceededBy(weight)) {
      budget.apply(series().toList(), now);
      forgetEmpty();
    }
  }

  /**
   * Every metric that CloudWatch lists or searches, which is those with a sample in the past two
   * weeks, and the time of its newest one, to the resolution it is kept at.
   */
  public synchronized NavigableMap<MetricId, Instant> newest() {
    var since = clock.instant().minus(LISTED);
    var newest = new TreeMap<MetricId, Instant>();
    byMetric.forEach(
        (metric, byUnit) ->
            byUnit.values().stream()
                .map(Series::newest)
                .max(Comparator.naturalOrder())
                .filter(time -> !time.isBefore(since))
                .ifPresent(time -> newest.put(metric, time)));
    return newest;
  }

  /** A metric's samples by period, each unit for itself; without the periods that have none. */
  public synchronized Map<StandardUnit, NavigableMap<Instant, Distribution>> readByUnit(
      MetricId metric, TimeWindow wanted) {
    var read = new EnumMap<StandardUnit, NavigableMap<Instant, Distribution>>(StandardUnit.class);
    byMetric
        .getOrDefault(metric, Map.of())
        .forEach(
            (unit, series) -> {
              var periods = new TreeMap<Instant, Distribution>();
              available(wanted).ifPresent(window -> series.addTo(periods, window));
              read.put(unit, periods);
            });
    return read;
  }

  /** A metric's samples by period, in one unit or, when none is asked for, in all together. */
  public synchronized NavigableMap<Instant, Distribution> read(
      MetricId metric, Optional<StandardUnit> unit, TimeWindow wanted) {
    var periods = new TreeMap<Instant, Distribution>();
    byMetric
        .getOrDefault(metric, Map.of())
        .forEach(
            (each, series) -> {
              if (unit.isEmpty() || unit.get() == each) {
                available(wanted).ifPresent(window -> series.addTo(periods, window));
              }
            });
    return periods;
  }

  synchronized int buckets() {
    return series().mapToInt(Series::buckets).sum();
  }

  /** What is held, in the unit of the budget. */
  synchronized long weight() {
    return weight;
  }

  private void rollUp(Instant now) {
    series().forEach(each -> each.rollUp(now));
    forgetEmpty();
  }

  private void forgetEmpty() {
    byMetric.values().forEach(byUnit -> byUnit.values().removeIf(Series::isEmpty));
    byMetric.values().removeIf(Map::isEmpty);
    weight = series().mapToLong(Series::weight).sum();
  }

  private Stream<Series> series() {
    return byMetric.values().stream().flatMap(byUnit -> byUnit.values().stream());
  }

  /**
   * "Data points with a period of less than 60 seconds are available for 3 hours": what is older is
   * not answered by a shorter period, rather than wrongly.
   */
  private Optional<TimeWindow> available(TimeWindow window) {
    var from = clock.instant().minus(Series.AS_PUT);
    if (window.period() >= MetricSample.STANDARD_RESOLUTION || !window.start().isBefore(from)) {
      return Optional.of(window);
    }
    return from.isBefore(window.end())
        ? Optional.of(new TimeWindow(from, window.end(), window.period()))
        : Optional.empty();
  }
}
