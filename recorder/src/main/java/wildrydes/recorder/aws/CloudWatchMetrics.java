package wildrydes.recorder.aws;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.recorder.Recording.Recorded;

/**
 * Counts a batch's recorded outcomes with one call that is never repeated, for {@code
 * PutMetricData} would count again, and whose failure harms nothing but the count.
 */
final class CloudWatchMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(CloudWatchMetrics.class);

  /** CloudWatch takes no more distinct values a metric and call. */
  private static final int MAX_VALUES = 150;

  private final CloudWatchClient cloudWatch;
  private final String namespace;

  CloudWatchMetrics(CloudWatchClient cloudWatch, String namespace) {
    this.cloudWatch = cloudWatch;
    this.namespace = namespace;
  }

  /** Counts what was recorded; calls nothing if that is nothing. */
  void count(List<Recorded> recordings) {
    if (recordings.isEmpty()) {
      return;
    }
    try {
      List<MetricDatum> data = data(recordings);
      cloudWatch.putMetricData(p -> p.namespace(namespace).metricData(data));
    } catch (RuntimeException e) {
      // Whatever it is: what was recorded stays recorded, and the batch acknowledged.
      LOG.warn("{} recorded outcomes were not counted: {}", recordings.size(), e.toString());
    }
  }

  private static List<MetricDatum> data(List<Recorded> recordings) {
    Map<String, List<Double>> values = new TreeMap<>();
    for (Recorded recorded : recordings) {
      switch (recorded.outcome()) {
        case RideAssigned assigned -> {
          add(values, "RidesAssigned", 1);
          long millis = assigned.requestTime().until(recorded.recordTime()).toMillis();
          add(values, "TimeToAssign", Math.max(0, millis));
          add(values, "PickupDistance", Math.round(assigned.pickupMeters()));
          add(values, "Eta", assigned.etaSeconds());
        }
        case RideUnassigned _ -> add(values, "RidesUnassigned", 1);
        case RideFailed _ -> add(values, "RidesFailed", 1);
      }
    }
    // The batch's own time: one datum per metric instead of one per ride.
    Instant time = recordings.getLast().recordTime();
    List<MetricDatum> data = new ArrayList<>();
    values.forEach((metric, all) -> data.addAll(data(metric, all, time)));
    return data;
  }

  private static void add(Map<String, List<Double>> values, String metric, long value) {
    values.computeIfAbsent(metric, _ -> new ArrayList<>()).add((double) value);
  }

  private static List<MetricDatum> data(String metric, List<Double> values, Instant time) {
    var counts = List.copyOf(values.stream().collect(groupingBy(v -> v, counting())).entrySet());
    List<MetricDatum> data = new ArrayList<>();
    for (int from = 0; from < counts.size(); from += MAX_VALUES) {
      var chunk = counts.subList(from, Math.min(from + MAX_VALUES, counts.size()));
      data.add(
          MetricDatum.builder()
              .metricName(metric)
              .timestamp(time)
              .unit(unitOf(metric))
              .values(chunk.stream().map(Map.Entry::getKey).toList())
              .counts(chunk.stream().map(entry -> (double) entry.getValue()).toList())
              .build());
    }
    return data;
  }

  private static StandardUnit unitOf(String metric) {
    return switch (metric) {
      case "TimeToAssign" -> StandardUnit.MILLISECONDS;
      case "Eta" -> StandardUnit.SECONDS;
      // CloudWatch has no meters.
      case "PickupDistance" -> StandardUnit.NONE;
      default -> StandardUnit.COUNT;
    };
  }
}
