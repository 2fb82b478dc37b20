package wildrydes.emulators.cloudwatch.alarms.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/** EnableAlarmActions and DisableAlarmActions; as on AWS, names that there are not do no harm. */
public record SwitchAlarmActions(Alarms alarms, boolean enabled) implements Operation {

  @Override
  public ObjectNode answer(Parameters request) {
    var names = AlarmParameters.names(request);
    if (names.isEmpty()) {
      throw ApiError.missing(request.at("AlarmNames"));
    }
    alarms.switchActions(names, enabled);
    return Operation.structure();
  }
}
