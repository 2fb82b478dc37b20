package wildrydes.emulators.cloudwatch.alarms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.cloudwatch.judging.Rule;
import wildrydes.emulators.cloudwatch.judging.StateValue;

/**
 * An alarm as somebody asked for it.
 *
 * @param asked the parameters it was put with, as it is described by them again
 * @param actions the resources to tell when it comes into a state
 */
public record AlarmDefinition(
    String name,
    ObjectNode asked,
    Watched watched,
    Rule rule,
    boolean actionsEnabled,
    Map<StateValue, List<String>> actions) {

  public AlarmDefinition {
    asked = asked.deepCopy();
    actions = Map.copyOf(actions);
  }

  AlarmDefinition withActions(boolean enabled) {
    return new AlarmDefinition(name, asked, watched, rule, enabled, actions);
  }

  List<String> actionsOn(StateValue state) {
    return actionsEnabled ? actions.getOrDefault(state, List.of()) : List.of();
  }
}
