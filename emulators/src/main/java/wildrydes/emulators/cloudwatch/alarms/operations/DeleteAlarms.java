package wildrydes.emulators.cloudwatch.alarms.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/** Deletes those of the named alarms that there are, also when others are not. */
public record DeleteAlarms(Alarms alarms) implements Operation {

  @Override
  public ObjectNode answer(Parameters request) {
    var names = AlarmParameters.names(request);
    if (names.isEmpty()) {
      throw ApiError.missing(request.at("AlarmNames"));
    }
    alarms.delete(names);
    return Operation.structure();
  }
}
