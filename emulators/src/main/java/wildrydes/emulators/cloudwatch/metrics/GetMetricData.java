package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Many metrics' statistics in one call, one list of times and values for each query that returns
 * data. Without a unit, all units of a metric count together.
 */
public record GetMetricData(MetricStore metrics) implements Operation {
  private static final int QUERIES = 500;

  @Override
  public ObjectNode answer(Parameters request) {
    var queries = queries(request);
    var start = request.time("StartTime");
    var end = request.time("EndTime");
    if (!start.isBefore(end)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    boolean newestFirst = newestFirst(request);
    var found = new ArrayList<DatapointPage.Found>();
    for (MetricQuery query : queries) {
      if (query.returnsData()) {
        var points = query.points(metrics, start, end);
        found.add(
            new DatapointPage.Found(
                query.id(), query.label(), newestFirst ? points.reversed() : points));
      }
    }
    return DatapointPage.of(request).answer(found);
  }

  private static List<MetricQuery> queries(Parameters request) {
    var queries = request.structures("MetricDataQueries").stream().map(MetricQuery::of).toList();
    if (queries.isEmpty()) {
      throw ApiError.missing(request.at("MetricDataQueries"));
    }
    if (queries.size() > QUERIES) {
      throw invalid(
          "The collection MetricDataQueries must not have a size greater than %d."
              .formatted(QUERIES));
    }
    if (queries.stream().map(MetricQuery::id).distinct().count() < queries.size()) {
      throw invalid("The values for parameter Id in MetricDataQueries are not unique.");
    }
    return queries;
  }

  private static boolean newestFirst(Parameters request) {
    return switch (request.optionalText("ScanBy").orElse("TimestampDescending")) {
      case "TimestampDescending" -> true;
      case "TimestampAscending" -> false;
      case String other -> throw ApiError.invalid(request.at("ScanBy"), other);
    };
  }

  private static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
