package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.PageToken;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * A stretch of {@link GetMetricData}'s datapoints, counted through all queries in their order. The
 * token is the number of datapoints already answered, so a page after new samples may repeat one.
 */
public record DatapointPage(int first, int limit) {
  private static final int LARGEST = 100_800;

  /** What one query found. */
  record Found(String id, String label, SequencedMap<Instant, Double> points) {}

  static DatapointPage of(Parameters request) {
    int limit = request.optionalInteger("MaxDatapoints").orElse(LARGEST);
    if (limit < 1 || limit > LARGEST) {
      throw ApiError.invalid(request.at("MaxDatapoints"), limit, "from 1 to %d".formatted(LARGEST));
    }
    return new DatapointPage(
        request.optionalText("NextToken").map(DatapointPage::first).orElse(0), limit);
  }

  /**
   * @param complete false when a search found more metrics than are answered
   */
  ObjectNode answer(List<Found> all, boolean complete) {
    var answer = Operation.structure();
    var results = answer.putArray("MetricDataResults");
    int passed = 0;
    for (Found found : all) {
      int size = found.points().size();
      int from = Math.clamp(first - passed, 0, size);
      int to = Math.clamp(first + limit - passed, 0, size);
      // A query that found nothing is still answered, once.
      if (from < to || (size == 0 && first == 0)) {
        results.add(result(found, from, to));
      }
      passed += size;
    }
    var messages = answer.putArray("Messages");
    if (!complete) {
      messages
          .addObject()
          .put("Code", "MaxMetricsExceeded")
          .put("Value", "Maximum number of allowed metrics exceeded");
    }
    return passed > first + limit
        ? answer.put("NextToken", PageToken.of(String.valueOf(first + limit)))
        : answer;
  }

  private static ObjectNode result(Found found, int from, int to) {
    var result = Operation.structure().put("Id", found.id()).put("Label", found.label());
    var times = result.putArray("Timestamps");
    var values = result.putArray("Values");
    found.points().entrySet().stream()
        .skip(from)
        .limit(to - from)
        .forEach(
            point -> {
              times.addPOJO(point.getKey());
              values.add(point.getValue());
            });
    return result.put("StatusCode", to < found.points().size() ? "PartialData" : "Complete");
  }

  private static int first(String token) {
    return PageToken.position(token)
        .filter(position -> position.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElseThrow(
            () ->
                new ApiError(
                    ApiError.Code.INVALID_NEXT_TOKEN,
                    "The NextToken %s is invalid.".formatted(token)));
  }
}
