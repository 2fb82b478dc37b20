package wildrydes.simulation.faults;

import static wildrydes.simulation.faults.Fault.DIES_AFTER;
import static wildrydes.simulation.faults.Fault.DIES_BEFORE;
import static wildrydes.simulation.faults.Fault.DUPLICATE;
import static wildrydes.simulation.faults.Fault.ERROR;
import static wildrydes.simulation.faults.Fault.LATE;
import static wildrydes.simulation.faults.Fault.LOST_ANSWER;
import static wildrydes.simulation.faults.Fault.PARTIAL;
import static wildrydes.simulation.faults.Fault.RETRIED;
import static wildrydes.simulation.faults.Fault.SLOW;
import static wildrydes.simulation.faults.Fault.THROTTLED;

import java.util.List;

/** Decides what becomes of each call. */
public interface Faults {

  Fault of(Call call);

  /** All that can go wrong with a call of this kind, each in another way than the others. */
  static List<Fault> possible(Call.Kind kind) {
    return switch (kind) {
      // What only reads has no effect that could be lost.
      case GET_ITEM, QUERY -> List.of(ERROR, THROTTLED, SLOW, DIES_BEFORE);
      case BATCH_GET_ITEM -> List.of(ERROR, THROTTLED, PARTIAL, SLOW, DIES_BEFORE);
      case PUT_ITEM, UPDATE_ITEM, SEND_MESSAGE ->
          List.of(ERROR, THROTTLED, RETRIED, LOST_ANSWER, LATE, SLOW, DIES_BEFORE, DIES_AFTER);
      case SEND_MESSAGE_BATCH, CHANGE_VISIBILITY_BATCH ->
          List.of(
              ERROR, THROTTLED, PARTIAL, RETRIED, LOST_ANSWER, LATE, SLOW, DIES_BEFORE, DIES_AFTER);
      // Nobody repeats it.
      case PUT_METRIC_DATA ->
          List.of(ERROR, THROTTLED, LOST_ANSWER, LATE, SLOW, DIES_BEFORE, DIES_AFTER);
      case RECEIVE -> List.of(DUPLICATE, ERROR);
      case INVOKE -> List.of(ERROR);
      case ACKNOWLEDGE -> List.of(ERROR, PARTIAL, LATE);
    };
  }
}
