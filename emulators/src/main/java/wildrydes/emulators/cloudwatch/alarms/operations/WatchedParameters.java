package wildrydes.emulators.cloudwatch.alarms.operations;

import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wildrydes.emulators.cloudwatch.alarms.SingleMetric;
import wildrydes.emulators.cloudwatch.alarms.Watched;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.metrics.MetricParameters;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** Reads what an alarm watches, and notes what was given. */
final class WatchedParameters {
  private static final int SHORTEST_PERIOD = 10;
  private static final List<String> OF_SINGLE_METRIC =
      List.of(
          "MetricName",
          "Namespace",
          "Dimensions",
          "Period",
          "Unit",
          "Statistic",
          "ExtendedStatistic");

  private WatchedParameters() {}

  static Watched watched(Parameters request, MetricStore metrics, ObjectNode asked) {
    if (!request.has("Metrics")) {
      return single(request, metrics, asked);
    }
    OF_SINGLE_METRIC.stream()
        .filter(request::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw ApiError.notBoth(request.at("Metrics"), request.at(name));
            });
    var expression = MetricsParameter.expression(request, metrics);
    refuseUnlessPeriod(expression.period());
    return expression;
  }

  static void addDimensions(MetricId metric, ObjectNode node) {
    var dimensions = node.putArray("Dimensions");
    metric
        .dimensions()
        .forEach((name, value) -> dimensions.addObject().put("Name", name).put("Value", value));
  }

  private static SingleMetric single(Parameters request, MetricStore metrics, ObjectNode asked) {
    if (!request.has("MetricName")) {
      throw new ApiError(
          ApiError.Code.MISSING_PARAMETER,
          "One of the parameters MetricName and Metrics is required.");
    }
    var metric = MetricParameters.metric(request);
    asked.put("MetricName", metric.name()).put("Namespace", metric.namespace());
    var statistic = statistic(request, asked);
    addDimensions(metric, asked);
    int period = request.integer("Period");
    refuseUnlessPeriod(period);
    asked.put("Period", period);
    var unit = MetricParameters.unit(request);
    unit.ifPresent(each -> asked.put("Unit", each.toString()));
    return new SingleMetric(metrics, metric, statistic, unit, period);
  }

  private static Statistic statistic(Parameters request, ObjectNode asked) {
    if (request.has("Statistic") && request.has("ExtendedStatistic")) {
      throw ApiError.notBoth(request.at("Statistic"), request.at("ExtendedStatistic"));
    }
    if (request.has("ExtendedStatistic")) {
      String name = request.text("ExtendedStatistic");
      asked.put("ExtendedStatistic", name);
      return Statistic.extended(name)
          .orElseThrow(
              () -> ApiError.invalid(request.at("ExtendedStatistic"), name, Statistic.EXTENDED));
    }
    if (!request.has("Statistic")) {
      throw new ApiError(
          ApiError.Code.MISSING_PARAMETER,
          "One of the parameters Statistic and ExtendedStatistic is required.");
    }
    String name = request.text("Statistic");
    asked.put("Statistic", name);
    return Statistic.simple(name)
        .orElseThrow(
            () ->
                ApiError.notOneOf(
                    request.at("Statistic"),
                    name,
                    List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum")));
  }

  private static void refuseUnlessPeriod(int period) {
    if (period < SHORTEST_PERIOD || !TimeWindow.isPeriod(period)) {
      throw invalid("Period must be 10, 20, 30 or a multiple of 60, and is %d.".formatted(period));
    }
  }
}
