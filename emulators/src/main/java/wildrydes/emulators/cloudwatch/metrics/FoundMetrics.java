package wildrydes.emulators.cloudwatch.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.math.ExpressionException;
import wildrydes.emulators.cloudwatch.math.TimeGrid;
import wildrydes.emulators.cloudwatch.math.TimeSeries;
import wildrydes.emulators.cloudwatch.math.Worksheet;
import wildrydes.emulators.cloudwatch.search.MetricSearch;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** The store's metrics as the series that expressions work on, by Id or by search. */
final class FoundMetrics implements Worksheet.Search {
  private static final int MOST = 500;

  private final Optional<MetricStore> store;
  private final Instant start;
  private final Instant end;
  private boolean leftSomeOut;

  private FoundMetrics(Optional<MetricStore> store, Instant start, Instant end) {
    this.store = store;
    this.start = start;
    this.end = end;
  }

  FoundMetrics(MetricStore store, Instant start, Instant end) {
    this(Optional.of(store), start, end);
  }

  /** No data and no metrics, for checking queries without any. */
  static FoundMetrics none() {
    return new FoundMetrics(Optional.empty(), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return end;
  }

  /** Whether a search found more metrics than CloudWatch answers. */
  boolean leftSomeOut() {
    return leftSomeOut;
  }

  TimeSeries series(MetricQuery.Source.Metric query) {
    var points = new TreeMap<Instant, Double>();
    store.ifPresent(
        metrics ->
            metrics
                .read(query.metric(), query.unit(), new TimeWindow(start, end, query.period()))
                .forEach(
                    (time, samples) ->
                        query.statistic().of(samples).ifPresent(value -> points.put(time, value))));
    return new TimeSeries(
        query.metric().name(), properties(query), TimeGrid.of(start, end, query.period()), points);
  }

  @Override
  public List<TimeSeries> find(String terms, String statistic, OptionalInt period) {
    var wanted = wanted(terms);
    var stat =
        Statistic.named(statistic)
            .orElseThrow(
                () ->
                    new ExpressionException(
                        "SEARCH: '%s' is no statistic: it must be one of %s."
                            .formatted(statistic, Statistic.ALL)));
    int seconds = period.orElseThrow();
    if (!TimeWindow.isPeriod(seconds)) {
      throw new ExpressionException(
          "SEARCH: a period is %s, not %d.".formatted(TimeWindow.PERIODS, seconds));
    }
    var matching =
        store.stream()
            .flatMap(metrics -> metrics.newest().keySet().stream())
            .filter(wanted)
            .toList();
    leftSomeOut |= matching.size() > MOST;
    var found = matching.stream().limit(MOST).toList();
    var labels = SearchLabels.of(found);
    return found.stream()
        .map(
            metric ->
                series(
                        new MetricQuery.Source.Metric(
                            metric, stat, seconds, Optional.<StandardUnit>empty()))
                    .labelled(labels.getOrDefault(metric, metric.name())))
        .toList();
  }

  private static Predicate<MetricId> wanted(String terms) {
    try {
      return MetricSearch.of(terms);
    } catch (IllegalArgumentException e) {
      throw new ExpressionException("SEARCH: " + e.getMessage());
    }
  }

  /** What a label may show of the metric, by the names that it uses for them. */
  private static Map<String, String> properties(MetricQuery.Source.Metric query) {
    var properties = new HashMap<String, String>();
    query.metric().dimensions().forEach((name, value) -> properties.put("Dim." + name, value));
    properties.put("MetricName", query.metric().name());
    properties.put("Namespace", query.metric().namespace());
    properties.put("Stat", query.statistic().wireName());
    properties.put("Period", String.valueOf(query.period()));
    return properties;
  }
}
