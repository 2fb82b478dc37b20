package wildrydes.emulators.cloudwatch.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * All metrics, in memory and safe for any thread. It holds {@value #METRICS} metrics, forgetting
 * the one longest not written when another comes, each as long and as finely as {@link Series}
 * says; a metric whose samples are all dropped is no longer listed.
 */
public final class MetricStore {
  static final int METRICS = 10_000;
  private static final Duration ROLL_UP_EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final LinkedHashMap<MetricId, Map<StandardUnit, Series>> byMetric = new LinkedHashMap<>();
  private Instant nextRollUp = Instant.MIN;

  public MetricStore(InstantSource clock) {
    this.clock = clock;
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
    byUnit.computeIfAbsent(sample.unit(), unit -> new Series()).add(sample, now);
    if (byMetric.size() > METRICS) {
      byMetric.pollFirstEntry();
    }
  }

  /** Every metric with the time of its newest sample, to the resolution it is kept at. */
  public synchronized NavigableMap<MetricId, Instant> newest() {
    var newest = new TreeMap<MetricId, Instant>();
    byMetric.forEach(
        (metric, byUnit) ->
            byUnit
                .values()
                .forEach(each -> newest.merge(metric, each.newest(), MetricStore::later)));
    return newest;
  }

  /** A metric's samples by period, each unit for itself; without the periods that have none. */
  public synchronized Map<StandardUnit, NavigableMap<Instant, Distribution>> readByUnit(
      MetricId metric, TimeWindow window) {
    var read = new EnumMap<StandardUnit, NavigableMap<Instant, Distribution>>(StandardUnit.class);
    byMetric
        .getOrDefault(metric, Map.of())
        .forEach(
            (unit, series) -> {
              var periods = new TreeMap<Instant, Distribution>();
              series.addTo(periods, window);
              read.put(unit, periods);
            });
    return read;
  }

  /** A metric's samples by period, in one unit or, when none is asked for, in all together. */
  public synchronized NavigableMap<Instant, Distribution> read(
      MetricId metric, Optional<StandardUnit> unit, TimeWindow window) {
    var periods = new TreeMap<Instant, Distribution>();
    byMetric
        .getOrDefault(metric, Map.of())
        .forEach(
            (each, series) -> {
              if (unit.isEmpty() || unit.get() == each) {
                series.addTo(periods, window);
              }
            });
    return periods;
  }

  synchronized int buckets() {
    return byMetric.values().stream()
        .flatMap(byUnit -> byUnit.values().stream())
        .mapToInt(Series::buckets)
        .sum();
  }

  private void rollUp(Instant now) {
    for (var byUnit : byMetric.values()) {
      byUnit.values().forEach(series -> series.rollUp(now));
      byUnit.values().removeIf(Series::isEmpty);
    }
    byMetric.values().removeIf(Map::isEmpty);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
