package wildrydes.emulators.cloudwatch.metrics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Supplier;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.math.ExpressionException;
import wildrydes.emulators.cloudwatch.math.TimeGrid;
import wildrydes.emulators.cloudwatch.math.TimeSeries;
import wildrydes.emulators.cloudwatch.math.Worksheet;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * The queries of one GetMetricData call, or of one alarm, known to fit each other: what is wrong
 * with them whatever the data is refused when they are read.
 */
public record MetricQueries(List<MetricQuery> all) {
  private static final int MOST = 500;

  /**
   * What one query answers; one of an array of series answers one of these for each.
   *
   * @param points the values by the start of their period, oldest first
   * @param period in seconds
   */
  public record Result(String id, String label, int period, NavigableMap<Instant, Double> points) {}

  /**
   * All of it.
   *
   * @param complete false when a search found more metrics than are answered
   */
  record Answer(List<Result> results, boolean complete) {}

  public MetricQueries {
    all = List.copyOf(all);
  }

  /**
   * Reads {@code MetricDataQueries}, or an alarm's {@code Metrics}.
   *
   * @throws ApiError when a query is malformed or names what is not there, when expressions refer
   *     to each other in a circle, or when types or periods do not fit
   */
  public static MetricQueries of(Parameters request, String parameter) {
    var queries =
        new MetricQueries(request.structures(parameter).stream().map(MetricQuery::of).toList());
    if (queries.all.isEmpty()) {
      throw ApiError.missing(request.at(parameter));
    }
    if (queries.all.size() > MOST) {
      throw invalid(
          "The collection %s must not have a size greater than %d."
              .formatted(request.at(parameter), MOST));
    }
    if (queries.all.stream().map(MetricQuery::id).distinct().count() < queries.all.size()) {
      throw invalid(
          "The values for parameter Id in %s are not unique.".formatted(request.at(parameter)));
    }
    if (queries.all.stream().noneMatch(MetricQuery::returnsData)) {
      throw invalid(
          "At least one of %s must have ReturnData true.".formatted(request.at(parameter)));
    }
    queries.check();
    return queries;
  }

  /**
   * The results of the queries that return data, in the order of the queries.
   *
   * @throws ApiError when expressions mix periods that a search found, or have too many points
   */
  public List<Result> evaluate(MetricStore store, Instant start, Instant end) {
    return answer(store, start, end, new LabelTimes(end, ZoneOffset.UTC)).results();
  }

  Answer answer(MetricStore store, Instant start, Instant end, LabelTimes times) {
    var found = new FoundMetrics(store, start, end);
    var worksheet = worksheet(found, times);
    var results = new ArrayList<Result>();
    for (MetricQuery query : all) {
      if (query.returnsData()) {
        boolean array = orRefused(() -> worksheet.answersArray(query.id()));
        for (TimeSeries series : orRefused(() -> worksheet.answer(query.id()))) {
          results.add(
              new Result(
                  query.id(),
                  label(query, series, array, times),
                  series.grid().period(),
                  series.points()));
        }
      }
    }
    return new Answer(results, !found.leftSomeOut());
  }

  /**
   * A metric's is its own or the metric's name, an expression's its own or its Id; each series of
   * an array has its own after that of the expression, unless there is a dynamic value to put it
   * into.
   */
  private static String label(
      MetricQuery query, TimeSeries series, boolean array, LabelTimes times) {
    if (query.source() instanceof MetricQuery.Source.Metric) {
      return series.label();
    }
    String own = array && !series.label().isEmpty() ? series.label() : query.id();
    if (query.label().isEmpty()) {
      return own;
    }
    String label = query.label().get().of(series, own, times);
    return array && !query.label().get().isDynamic() ? (label + " " + own).strip() : label;
  }

  /** On no data at all: whether an expression makes sense does not depend on data. */
  private void check() {
    var worksheet = worksheet(FoundMetrics.none(), new LabelTimes(Instant.EPOCH, ZoneOffset.UTC));
    for (MetricQuery query : all) {
      boolean array = orRefused(() -> worksheet.answersArray(query.id()));
      if (query.returnsData() && !array) {
        // A hidden one may be a number, for others to use.
        orRefused(() -> worksheet.answer(query.id()));
      }
    }
  }

  private static <T> T orRefused(Supplier<T> work) {
    try {
      return work.get();
    } catch (ExpressionException e) {
      throw invalid(e.message());
    }
  }

  private Worksheet worksheet(FoundMetrics found, LabelTimes times) {
    var cells = new LinkedHashMap<String, Worksheet.Cell>();
    for (MetricQuery query : all) {
      cells.put(
          query.id(),
          switch (query.source()) {
            case MetricQuery.Source.Metric metric ->
                new Worksheet.Cell.Metric(labelled(found.series(metric), query, times));
            case MetricQuery.Source.Formula(var expression, var period) ->
                new Worksheet.Cell.Formula(expression, period);
          });
    }
    return new Worksheet(cells, found, TimeGrid.of(found.start(), found.end(), 1));
  }

  private static TimeSeries labelled(TimeSeries series, MetricQuery query, LabelTimes times) {
    return query
        .label()
        .map(label -> series.labelled(label.of(series, series.label(), times)))
        .orElse(series);
  }

  private static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
