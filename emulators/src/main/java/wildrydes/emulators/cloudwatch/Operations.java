package wildrydes.emulators.cloudwatch;

import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The operations there are, by name: what is not in this table is refused, naming those that are.
 */
record Operations(SortedMap<String, Operation> byName) {
  static Operations of(MetricStore metrics, InstantSource clock) {
    var byName = new TreeMap<String, Operation>();
    byName.put("PutMetricData", new PutMetricData(metrics, clock));
    byName.put("ListMetrics", new ListMetrics(metrics, clock));
    byName.put("GetMetricStatistics", new GetMetricStatistics(metrics));
    byName.put("GetMetricData", new GetMetricData(metrics));
    return new Operations(byName);
  }

  Operation named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(
            () ->
                new ApiError(
                    ApiError.Code.UNKNOWN_OPERATION,
                    "%s is not implemented by this local CloudWatch, which has %s."
                        .formatted(name, String.join(", ", byName.keySet()))));
  }
}
