package wildrydes.emulators.cloudwatch.alarms.operations;

import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import wildrydes.emulators.cloudwatch.alarms.Alarm;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.PageToken;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * Lists alarms in the order of their names. A page's token is the last name on it, so alarms that
 * come and go meanwhile neither shift nor repeat others.
 */
public record DescribeAlarms(Alarms alarms) implements Operation {
  private static final int PAGE = 50;

  @Override
  public ObjectNode answer(Parameters request) {
    for (String family : List.of("ChildrenOfAlarmName", "ParentsOfAlarmName")) {
      if (request.has(family)) {
        throw invalid(
            "%s: this local CloudWatch has no composite alarms.".formatted(request.at(family)));
      }
    }
    int size = AlarmParameters.pageSize(request, PAGE);
    String after = after(request);
    var wanted = filter(request);
    var found =
        alarms.all().stream()
            .filter(alarm -> alarm.name().compareTo(after) > 0)
            .filter(wanted)
            .limit(size + 1L)
            .toList();
    var answer = Operation.structure();
    answer.putArray("CompositeAlarms");
    var listed = answer.putArray("MetricAlarms");
    found.stream().limit(size).map(Alarm::node).forEach(listed::add);
    return found.size() > size
        ? answer.put("NextToken", PageToken.of(found.get(size - 1).name()))
        : answer;
  }

  private static Predicate<Alarm> filter(Parameters request) {
    var names = AlarmParameters.names(request);
    var prefix = request.optionalText("AlarmNamePrefix");
    if (!names.isEmpty() && prefix.isPresent()) {
      throw ApiError.notBoth(request.at("AlarmNames"), request.at("AlarmNamePrefix"));
    }
    var state = AlarmParameters.state(request);
    var action = request.optionalText("ActionPrefix");
    boolean metricAlarms = AlarmParameters.wantsMetricAlarms(request);
    return alarm ->
        metricAlarms
            && (names.isEmpty() || names.contains(alarm.name()))
            && prefix.map(alarm.name()::startsWith).orElse(true)
            && state.map(each -> each == alarm.state().value()).orElse(true)
            && action.map(each -> hasAction(alarm, each)).orElse(true);
  }

  private static boolean hasAction(Alarm alarm, String prefix) {
    return alarm.definition().actions().values().stream()
        .flatMap(List::stream)
        .anyMatch(action -> action.startsWith(prefix));
  }

  private static String after(Parameters request) {
    return request
        .optionalText("NextToken")
        .map(token -> PageToken.position(token).orElseThrow(() -> invalidToken(token)))
        .orElse("");
  }

  static ApiError invalidToken(String token) {
    return new ApiError(
        ApiError.Code.INVALID_NEXT_TOKEN, "The NextToken %s is invalid.".formatted(token));
  }
}
