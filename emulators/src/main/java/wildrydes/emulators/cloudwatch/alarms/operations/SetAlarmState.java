package wildrydes.emulators.cloudwatch.alarms.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/** Puts an alarm into a state for a test of what follows; the next judgement may undo it. */
public record SetAlarmState(Alarms alarms) implements Operation {
  private static final int REASON_LENGTH = 1_023;
  private static final int DATA_LENGTH = 4_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Override
  public ObjectNode answer(Parameters request) {
    String name = AlarmParameters.name(request);
    var value =
        AlarmParameters.state(request)
            .orElseThrow(() -> ApiError.missing(request.at("StateValue")));
    String reason =
        AlarmParameters.bounded(
            request, "StateReason", request.text("StateReason"), 0, REASON_LENGTH);
    var data =
        request
            .optionalText("StateReasonData")
            .map(text -> AlarmParameters.bounded(request, "StateReasonData", text, 0, DATA_LENGTH));
    data.ifPresent(SetAlarmState::refuseUnlessJson);
    if (alarms.find(name).isEmpty()) {
      throw new ApiError(ApiError.Code.NOT_FOUND, "There is no alarm %s.".formatted(name));
    }
    alarms.set(name, value, reason, data);
    return Operation.structure();
  }

  private static void refuseUnlessJson(String data) {
    try {
      JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new ApiError(
          ApiError.Code.INVALID_FORMAT,
          "The parameter StateReasonData must be JSON, and goes wrong at column %d."
              .formatted(e.getLocation().getColumnNr()));
    }
  }
}
