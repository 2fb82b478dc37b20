package wildrydes.emulators.cloudwatch.alarms.operations;

import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.bounded;
import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.cloudwatch.alarms.AlarmDefinition;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.alarms.MathExpression;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.judging.StateValue;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Makes or replaces an alarm on a metric or on an expression. Alarms that compare with a band of
 * expected values, and those on PromQL, are refused: there are no such models here.
 */
public record PutMetricAlarm(Alarms alarms, MetricStore metrics) implements Operation {
  private static final int ACTIONS = 5;
  private static final int DESCRIPTION_LENGTH = 1_024;
  private static final int ACTION_LENGTH = 1_024;
  private static final List<String> NOT_IMPLEMENTED =
      List.of("ThresholdMetricId", "EvaluationCriteria", "EvaluationInterval");

  @Override
  public ObjectNode answer(Parameters request) {
    alarms.put(definition(request));
    return Operation.structure();
  }

  private AlarmDefinition definition(Parameters request) {
    NOT_IMPLEMENTED.stream()
        .filter(request::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid(
                  ("%s: this local CloudWatch has no anomaly detection and no PromQL; give the alarm"
                          + " a Threshold.")
                      .formatted(request.at(name)));
            });
    var asked = Operation.structure();
    request
        .optionalText("AlarmDescription")
        .map(text -> bounded(request, "AlarmDescription", text, 0, DESCRIPTION_LENGTH))
        .ifPresent(text -> asked.put("AlarmDescription", text));
    var watched = WatchedParameters.watched(request, metrics, asked);
    var rule = RuleParameters.rule(request, watched.period(), asked);
    if (watched instanceof MathExpression) {
      asked.set("Metrics", MetricsParameter.node(request));
    }
    return new AlarmDefinition(
        AlarmParameters.name(request),
        asked,
        watched,
        rule,
        request.flag("ActionsEnabled", true),
        actions(request));
  }

  private static Map<StateValue, List<String>> actions(Parameters request) {
    var actions = new EnumMap<StateValue, List<String>>(StateValue.class);
    actions.put(StateValue.OK, actions(request, "OKActions"));
    actions.put(StateValue.ALARM, actions(request, "AlarmActions"));
    actions.put(StateValue.INSUFFICIENT_DATA, actions(request, "InsufficientDataActions"));
    return actions;
  }

  private static List<String> actions(Parameters request, String parameter) {
    var actions = request.texts(parameter);
    if (actions.size() > ACTIONS) {
      throw ApiError.tooMany(request.at(parameter), ACTIONS);
    }
    for (String action : actions) {
      bounded(request, parameter, action, 1, ACTION_LENGTH);
      if (!action.startsWith("arn:") || action.split(":", -1).length < 6) {
        throw invalid("Invalid arn syntax: " + action);
      }
    }
    return actions;
  }
}
