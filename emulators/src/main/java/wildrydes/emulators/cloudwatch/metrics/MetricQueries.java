package wildrydes.emulators.cloudwatch.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedMap;
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
    var found = new FoundMetrics(store, start, end);
    var results = new ArrayList<Result>();
    evaluate(found, start, end)
        .forEach(
            (query, answer) ->
                answer.forEach(
                    series ->
                        results.add(
                            new Result(
                                query.id(),
                                label(query, series),
                                series.grid().period(),
                                series.points()))));
    return results;
  }

  private static String label(MetricQuery query, TimeSeries series) {
    return query.label().orElse(series.label());
  }

  /** On no data at all: the types of expressions do not depend on data. */
  private void check() {
    evaluate(FoundMetrics.none(), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
  }

  private SequencedMap<MetricQuery, List<TimeSeries>> evaluate(
      FoundMetrics found, Instant start, Instant end) {
    var cells = new LinkedHashMap<String, Worksheet.Cell>();
    for (MetricQuery query : all) {
      cells.put(
          query.id(),
          switch (query.source()) {
            case MetricQuery.Source.Metric metric ->
                new Worksheet.Cell.Metric(found.series(metric));
            case MetricQuery.Source.Formula(var expression, var period) ->
                new Worksheet.Cell.Formula(expression, period);
          });
    }
    try {
      var worksheet = new Worksheet(cells, found, TimeGrid.of(start, end, 1));
      var answers = new LinkedHashMap<MetricQuery, List<TimeSeries>>();
      for (MetricQuery query : all) {
        if (query.returnsData()) {
          answers.put(query, worksheet.answer(query.id()));
        } else {
          worksheet.answersArray(query.id());
        }
      }
      return answers;
    } catch (ExpressionException e) {
      throw invalid(e.message());
    }
  }

  private static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
