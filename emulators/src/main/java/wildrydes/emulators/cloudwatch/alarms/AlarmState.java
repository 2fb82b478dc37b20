package wildrydes.emulators.cloudwatch.alarms;

import java.time.Instant;
import java.util.Optional;
import wildrydes.emulators.cloudwatch.judging.StateValue;

/**
 * What an alarm says at present, and why.
 *
 * @param reasonData JSON
 * @param updated when any of it was last written
 * @param transitioned when the value last became another
 */
public record AlarmState(
    StateValue value,
    String reason,
    Optional<String> reasonData,
    Instant updated,
    Instant transitioned) {

  static AlarmState initial(Instant now) {
    return new AlarmState(
        StateValue.INSUFFICIENT_DATA,
        "Unchecked: Initial alarm creation",
        Optional.empty(),
        now,
        now);
  }

  AlarmState next(StateValue next, String why, Optional<String> whyData, Instant now) {
    return new AlarmState(next, why, whyData, now, next == value ? transitioned : now);
  }
}
