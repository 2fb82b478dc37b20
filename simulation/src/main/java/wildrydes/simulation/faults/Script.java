package wildrydes.simulation.faults;

import java.util.Map;

/**
 * Faults at chosen calls, and none at any other.
 *
 * @param faults by the call's index
 */
public record Script(Map<Integer, Fault> faults) implements Faults {

  @Override
  public Fault of(Call call) {
    Fault fault = faults.getOrDefault(call.index(), Fault.NONE);
    return Faults.possible(call.kind()).contains(fault) ? fault : Fault.NONE;
  }
}
