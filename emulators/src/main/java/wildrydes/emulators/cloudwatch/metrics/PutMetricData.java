package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.Measurement;
import wildrydes.emulators.cloudwatch.store.MetricSample;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Publishes samples: all of a call or, when one of them is refused, none. As on CloudWatch nothing
 * is idempotent, so a retried call counts twice.
 */
public record PutMetricData(MetricStore metrics, InstantSource clock) implements Operation {
  private static final int METRICS = 1_000;
  private static final int VALUES = 150;
  private static final double LARGEST = Math.pow(2, 360);
  private static final Duration OLDEST = Duration.ofDays(14);
  private static final Duration NEWEST = Duration.ofHours(2);

  @Override
  public ObjectNode answer(Parameters request) {
    String namespace = MetricParameters.namespace(request);
    if (namespace.startsWith("AWS/")) {
      throw ApiError.invalid(request.at("Namespace"), "AWS/");
    }
    if (request.has("EntityMetricData")) {
      throw new ApiError(
          ApiError.Code.INVALID_VALUE, "EntityMetricData is not implemented: use MetricData.");
    }
    var data = request.structures("MetricData");
    if (data.isEmpty()) {
      throw ApiError.missing(request.at("MetricData"));
    }
    if (data.size() > METRICS) {
      throw ApiError.tooMany(request.at("MetricData"), METRICS);
    }
    var samples = data.stream().map(this::sample).toList();
    samples.forEach(sample -> metrics.put(namespace, sample));
    return Operation.structure();
  }

  private MetricSample sample(Parameters datum) {
    return new MetricSample(
        MetricParameters.metricName(datum),
        MetricParameters.dimensions(datum),
        MetricParameters.unit(datum).orElse(StandardUnit.NONE),
        time(datum),
        resolution(datum),
        measurement(datum));
  }

  private Instant time(Parameters datum) {
    var now = clock.instant();
    var time = datum.optionalTime("Timestamp").orElse(now);
    if (time.isBefore(now.minus(OLDEST))) {
      throw ApiError.invalid(datum.at("Timestamp"), time, "within the past two weeks");
    }
    if (time.isAfter(now.plus(NEWEST))) {
      throw ApiError.invalid(datum.at("Timestamp"), time, "no more than two hours in the future");
    }
    return time;
  }

  private static int resolution(Parameters datum) {
    int resolution =
        datum.optionalInteger("StorageResolution").orElse(MetricSample.STANDARD_RESOLUTION);
    return switch (resolution) {
      case MetricSample.HIGH_RESOLUTION, MetricSample.STANDARD_RESOLUTION -> resolution;
      default -> throw ApiError.invalid(datum.at("StorageResolution"), resolution, "1 or 60");
    };
  }

  private static Measurement measurement(Parameters datum) {
    var given = List.of("Value", "Values", "StatisticValues").stream().filter(datum::has).toList();
    if (given.size() > 1) {
      throw ApiError.notBoth(datum.at(given.get(0)), datum.at(given.get(1)));
    }
    if (given.isEmpty()) {
      throw new ApiError(
          ApiError.Code.MISSING_PARAMETER,
          "One of the parameters %s, %s and %s is required."
              .formatted(datum.at("Value"), datum.at("Values"), datum.at("StatisticValues")));
    }
    if (datum.has("Counts") && !datum.has("Values")) {
      throw ApiError.missing(datum.at("Values"));
    }
    return switch (given.getFirst()) {
      case "Value" -> Measurement.of(inRange(datum.number("Value"), datum.at("Value")));
      case "Values" -> counted(datum);
      default -> statisticSet(datum.structure("StatisticValues"));
    };
  }

  private static Measurement counted(Parameters datum) {
    var values = datum.numbers("Values");
    if (values.isEmpty()) {
      throw ApiError.missing(datum.at("Values"));
    }
    if (values.size() > VALUES) {
      throw ApiError.tooMany(datum.at("Values"), VALUES);
    }
    var counts =
        datum.has("Counts") ? datum.numbers("Counts") : Collections.nCopies(values.size(), 1.0);
    if (counts.size() != values.size()) {
      throw new ApiError(
          ApiError.Code.INVALID_VALUE,
          "The parameters %s and %s must be of the same size."
              .formatted(datum.at("Values"), datum.at("Counts")));
    }
    var countByValue = new TreeMap<Double, Double>();
    for (int i = 0; i < values.size(); i++) {
      double value = inRange(values.get(i), "%s.member.%d".formatted(datum.at("Values"), i + 1));
      double count = positive(counts.get(i), "%s.member.%d".formatted(datum.at("Counts"), i + 1));
      countByValue.merge(value, count, Double::sum);
    }
    return new Measurement.Counted(countByValue);
  }

  private static Measurement statisticSet(Parameters set) {
    double count = positive(set.number("SampleCount"), set.at("SampleCount"));
    double sum = inRange(set.number("Sum"), set.at("Sum"));
    double minimum = inRange(set.number("Minimum"), set.at("Minimum"));
    double maximum = inRange(set.number("Maximum"), set.at("Maximum"));
    if (minimum > maximum) {
      throw ApiError.invalid(set.at("Minimum"), minimum, "no greater than Maximum");
    }
    return new Measurement.StatisticSet(count, sum, minimum, maximum);
  }

  /** NaN and the infinities are refused too: no comparison with them holds. */
  private static double inRange(double value, String parameter) {
    if (Math.abs(value) <= LARGEST) {
      return value;
    }
    throw ApiError.invalid(parameter, value);
  }

  private static double positive(double count, String parameter) {
    if (count > 0 && count <= LARGEST) {
      return count;
    }
    throw ApiError.invalid(parameter, count, "above 0");
  }
}
