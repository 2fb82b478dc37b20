package wildrydes.emulators.cloudwatch.alarms.operations;

import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.judging.Comparison;
import wildrydes.emulators.cloudwatch.judging.MissingData;
import wildrydes.emulators.cloudwatch.judging.Rule;

/** Reads when an alarm is to go off, and notes what was given. */
final class RuleParameters {
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;
  private static final int WEEK = 7 * DAY;
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,10})?)");

  private RuleParameters() {}

  static Rule rule(Parameters request, int period, ObjectNode asked) {
    int evaluationPeriods = evaluationPeriods(request, period);
    asked.put("EvaluationPeriods", evaluationPeriods);
    var toAlarm = datapointsToAlarm(request, evaluationPeriods);
    toAlarm.ifPresent(datapoints -> asked.put("DatapointsToAlarm", datapoints));
    double threshold = request.number("Threshold");
    if (!Double.isFinite(threshold)) {
      throw ApiError.invalid(request.at("Threshold"), threshold);
    }
    asked.put("Threshold", threshold);
    var comparison = comparison(request);
    asked.put("ComparisonOperator", comparison.wireName());
    var missingData = missingData(request);
    request.optionalText("TreatMissingData").ifPresent(name -> asked.put("TreatMissingData", name));
    return new Rule(
        comparison,
        threshold,
        evaluationPeriods,
        toAlarm,
        missingData,
        fewestSamples(request, asked));
  }

  private static int evaluationPeriods(Parameters request, int period) {
    int periods = request.integer("EvaluationPeriods");
    if (periods < 1) {
      throw ApiError.invalid(request.at("EvaluationPeriods"), periods, "at least 1");
    }
    long seconds = (long) periods * period;
    if (period < HOUR && seconds > DAY) {
      throw tooLong("a day", DAY);
    }
    if (seconds > WEEK) {
      throw tooLong("7 days", WEEK);
    }
    return periods;
  }

  private static ApiError tooLong(String longest, int seconds) {
    return invalid(
        "Metrics cannot be checked across more than %s (EvaluationPeriods * Period must be <= %d)."
            .formatted(longest, seconds));
  }

  private static OptionalInt datapointsToAlarm(Parameters request, int evaluationPeriods) {
    var datapoints = request.optionalInteger("DatapointsToAlarm");
    if (datapoints.isPresent() && (datapoints.get() < 1 || datapoints.get() > evaluationPeriods)) {
      throw invalid(
          "DatapointsToAlarm is %d: it must be from 1 to EvaluationPeriods, which is %d."
              .formatted(datapoints.get(), evaluationPeriods));
    }
    return datapoints.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Comparison comparison(Parameters request) {
    String name = request.text("ComparisonOperator");
    if (name.contains("LowerThreshold") || name.contains("UpperThreshold")) {
      throw invalid(
          "%s compares with a band of expected values: this local CloudWatch has no anomaly detection."
              .formatted(name));
    }
    return Comparison.named(name)
        .orElseThrow(
            () ->
                ApiError.notOneOf(
                    request.at("ComparisonOperator"),
                    name,
                    Arrays.stream(Comparison.values()).map(Comparison::wireName).toList()));
  }

  /** DynamoDB publishes some metrics only when there is something to say, so AWS ignores gaps. */
  private static MissingData missingData(Parameters request) {
    var given =
        request
            .optionalText("TreatMissingData")
            .map(
                name ->
                    MissingData.named(name)
                        .orElseThrow(
                            () ->
                                ApiError.notOneOf(
                                    request.at("TreatMissingData"),
                                    name,
                                    Arrays.stream(MissingData.values())
                                        .map(MissingData::wireName)
                                        .toList())))
            .orElse(MissingData.MISSING);
    boolean dynamoDb = request.optionalText("Namespace").filter("AWS/DynamoDB"::equals).isPresent();
    return dynamoDb ? MissingData.IGNORE : given;
  }

  private static double fewestSamples(Parameters request, ObjectNode asked) {
    var lowSamples = request.optionalText("EvaluateLowSampleCountPercentile");
    lowSamples.ifPresent(name -> asked.put("EvaluateLowSampleCountPercentile", name));
    return switch (lowSamples.orElse("evaluate")) {
      case "evaluate" -> 0;
      case "ignore" -> percent(request).map(Rule::fewestSamples).orElse(0.0);
      case String other ->
          throw ApiError.notOneOf(
              request.at("EvaluateLowSampleCountPercentile"), other, List.of("evaluate", "ignore"));
    };
  }

  private static Optional<Double> percent(Parameters request) {
    return request
        .optionalText("ExtendedStatistic")
        .map(PERCENTILE::matcher)
        .filter(percentile -> percentile.matches())
        .map(percentile -> Double.parseDouble(percentile.group(1)))
        .filter(percent -> percent > 0 && percent < 100);
  }
}
