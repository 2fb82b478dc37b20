package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Many metrics' statistics and expressions over them in one call, one list of times and values for
 * each series of each query that returns data. Without a unit, all units of a metric count
 * together.
 */
public record GetMetricData(MetricStore metrics, InstantSource clock) implements Operation {
  @Override
  public ObjectNode answer(Parameters request) {
    var queries = MetricQueries.of(request, "MetricDataQueries");
    var start = request.time("StartTime");
    var end = request.time("EndTime");
    if (!start.isBefore(end)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    boolean newestFirst = newestFirst(request);
    var answer = queries.answer(metrics, start, end, LabelTimes.of(request, clock.instant()));
    var found = new ArrayList<DatapointPage.Found>();
    for (MetricQueries.Result result : answer.results()) {
      found.add(
          new DatapointPage.Found(
              result.id(),
              result.label(),
              newestFirst ? result.points().reversed() : result.points()));
    }
    return DatapointPage.of(request).answer(found, answer.complete());
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
