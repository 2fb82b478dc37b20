package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/**
 * One metric's statistics by period, oldest first. Without a unit each unit is a datapoint of its
 * own, which carries its unit.
 */
public record GetMetricStatistics(MetricStore metrics) implements Operation {
  private static final int DATAPOINTS = 1_440;
  private static final int EXTENDED = 10;

  @Override
  public ObjectNode answer(Parameters request) {
    var metric = MetricParameters.metric(request);
    var simple = simple(request);
    var extended = extended(request);
    if (simple.isEmpty() && extended.isEmpty()) {
      throw new ApiError(
          ApiError.Code.MISSING_PARAMETER,
          "One of the parameters Statistics and ExtendedStatistics is required.");
    }
    if (!simple.isEmpty() && !extended.isEmpty()) {
      throw ApiError.notBoth(request.at("Statistics"), request.at("ExtendedStatistics"));
    }
    var window = window(request);
    var wanted = MetricParameters.unit(request);
    var answer = Operation.structure().put("Label", metric.name());
    var datapoints = answer.putArray("Datapoints");
    metrics.readByUnit(metric, window).entrySet().stream()
        .filter(unit -> wanted.isEmpty() || wanted.get() == unit.getKey())
        .flatMap(
            unit ->
                unit.getValue().entrySet().stream()
                    .map(
                        period -> new Datapoint(period.getKey(), unit.getKey(), period.getValue())))
        .sorted(Comparator.comparing(Datapoint::start))
        .map(datapoint -> datapoint.node(simple, extended))
        .forEach(datapoints::add);
    return answer;
  }

  private static List<Statistic.Simple> simple(Parameters request) {
    return request.texts("Statistics").stream()
        .map(
            name ->
                Statistic.simple(name)
                    .orElseThrow(() -> ApiError.invalid(request.at("Statistics"), name)))
        .toList();
  }

  private static List<Statistic> extended(Parameters request) {
    var names = request.texts("ExtendedStatistics");
    if (names.size() > EXTENDED) {
      throw ApiError.tooMany(request.at("ExtendedStatistics"), EXTENDED);
    }
    return names.stream()
        .map(
            name ->
                Statistic.extended(name)
                    .orElseThrow(
                        () ->
                            ApiError.invalid(
                                request.at("ExtendedStatistics"), name, Statistic.EXTENDED)))
        .toList();
  }

  private static TimeWindow window(Parameters request) {
    var start = request.time("StartTime");
    var end = request.time("EndTime");
    int period = MetricParameters.period(request);
    if (!start.isBefore(end)) {
      throw new ApiError(
          ApiError.Code.INVALID_VALUE,
          "The parameter StartTime must be less than the parameter EndTime.");
    }
    long requested = Duration.between(start, end).toSeconds() / period;
    if (requested > DATAPOINTS) {
      throw new ApiError(
          ApiError.Code.INVALID_COMBINATION,
          String.format(
              Locale.ROOT,
              "You have requested up to %,d datapoints, which exceeds the limit of %,d. You may"
                  + " reduce the datapoints requested by increasing Period, or decreasing the time"
                  + " range.",
              requested,
              DATAPOINTS));
    }
    return new TimeWindow(start, end, period);
  }

  private record Datapoint(Instant start, StandardUnit unit, Distribution samples) {
    ObjectNode node(List<Statistic.Simple> simple, List<Statistic> extended) {
      var node = Operation.structure().put("Unit", unit.toString());
      node.putPOJO("Timestamp", start);
      simple.forEach(each -> node.put(each.wireName(), each.of(samples).orElseThrow()));
      if (!extended.isEmpty()) {
        var values = node.putObject("ExtendedStatistics");
        extended.forEach(
            each -> each.of(samples).ifPresent(value -> values.put(each.wireName(), value)));
      }
      return node;
    }
  }
}
