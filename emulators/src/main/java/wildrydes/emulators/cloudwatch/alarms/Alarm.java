package wildrydes.emulators.cloudwatch.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wildrydes.emulators.Aws;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.judging.EvaluationRange;
import wildrydes.emulators.cloudwatch.judging.Judge;
import wildrydes.emulators.cloudwatch.judging.Judgement;
import wildrydes.emulators.cloudwatch.judging.StateValue;

/** An alarm with what it says at present; it never changes, a changed one takes its place. */
public record Alarm(AlarmDefinition definition, Instant configured, AlarmState state) {

  public String name() {
    return definition.name();
  }

  public String arn() {
    return "arn:aws:cloudwatch:%s:%s:alarm:%s".formatted(Aws.REGION, Aws.ACCOUNT_ID, name());
  }

  /** What its datapoints say at that time; empty when it is to stay as it is. */
  public Optional<Judgement> judge(Instant now) {
    var watched = definition.watched();
    var range = EvaluationRange.at(now, watched.period(), definition.rule().evaluationPeriods());
    return new Judge(definition.rule(), range).judge(watched.datapoints(range));
  }

  /** As the API describes it. */
  public ObjectNode node() {
    var node = Operation.structure();
    node.put("AlarmName", name()).put("AlarmArn", arn());
    node.putPOJO("AlarmConfigurationUpdatedTimestamp", configured);
    node.put("ActionsEnabled", definition.actionsEnabled());
    addActions(node, "OKActions", StateValue.OK);
    addActions(node, "AlarmActions", StateValue.ALARM);
    addActions(node, "InsufficientDataActions", StateValue.INSUFFICIENT_DATA);
    node.put("StateValue", state.value().name()).put("StateReason", state.reason());
    state.reasonData().ifPresent(data -> node.put("StateReasonData", data));
    node.putPOJO("StateUpdatedTimestamp", state.updated());
    node.putPOJO("StateTransitionedTimestamp", state.transitioned());
    for (Map.Entry<String, JsonNode> each : definition.asked().deepCopy().properties()) {
      node.set(each.getKey(), each.getValue());
    }
    return node;
  }

  private void addActions(ObjectNode node, String name, StateValue state) {
    var list = node.putArray(name);
    var actions = definition.actions().get(state);
    if (actions != null) {
      actions.forEach(list::add);
    }
  }

  Alarm with(AlarmState next) {
    return new Alarm(definition, configured, next);
  }
}
