package wildrydes.emulators.cloudwatch.alarms.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.judging.StateValue;

/** The parameters that several operations share, with the limits CloudWatch sets for each. */
final class AlarmParameters {
  static final int NAME_LENGTH = 255;
  private static final int NAMES = 100;
  private static final int LARGEST_PAGE = 100;

  private AlarmParameters() {}

  static String name(Parameters request) {
    String name = bounded(request, "AlarmName", request.text("AlarmName"), 1, NAME_LENGTH);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw invalid("The parameter AlarmName must not contain control characters.");
    }
    return name;
  }

  static List<String> names(Parameters request) {
    var names = request.texts("AlarmNames");
    if (names.size() > NAMES) {
      throw ApiError.constraint(
          request.at("AlarmNames"),
          names,
          "Member must have length less than or equal to %d".formatted(NAMES));
    }
    return names;
  }

  static Optional<StateValue> state(Parameters request) {
    return request
        .optionalText("StateValue")
        .map(
            name ->
                Arrays.stream(StateValue.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ApiError.notOneOf(
                                request.at("StateValue"),
                                name,
                                Arrays.stream(StateValue.values()).map(Enum::name).toList())));
  }

  static int pageSize(Parameters request, int otherwise) {
    int size = request.optionalInteger("MaxRecords").orElse(otherwise);
    if (size < 1 || size > LARGEST_PAGE) {
      throw ApiError.constraint(
          request.at("MaxRecords"),
          size,
          "Member must be between 1 and %d".formatted(LARGEST_PAGE));
    }
    return size;
  }

  /** Whether metric alarms are asked for: they are unless only others are. */
  static boolean wantsMetricAlarms(Parameters request) {
    var known = List.of("MetricAlarm", "CompositeAlarm");
    var types = request.texts("AlarmTypes");
    types.stream()
        .filter(Predicate.not(known::contains))
        .findFirst()
        .ifPresent(
            type -> {
              throw ApiError.notOneOf(request.at("AlarmTypes"), type, known);
            });
    return types.isEmpty() || types.contains("MetricAlarm");
  }

  static String bounded(
      Parameters request, String parameter, String text, int shortest, int longest) {
    if (text.length() < shortest || text.length() > longest) {
      throw ApiError.constraint(
          request.at(parameter),
          text,
          "Member must have length from %d to %d".formatted(shortest, longest));
    }
    return text;
  }

  static ApiError invalid(String message) {
    return new ApiError(ApiError.Code.VALIDATION, message);
  }
}
