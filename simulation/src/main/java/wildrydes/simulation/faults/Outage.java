package wildrydes.simulation.faults;

import java.time.Duration;

/**
 * A service that answers nobody for a while, or everybody slowly.
 *
 * @param from since the start
 * @param until since the start
 * @param fault what becomes of every call
 */
public record Outage(Service service, Duration from, Duration until, Fault fault) {

  boolean strikes(Call call, Duration now) {
    return now.compareTo(from) >= 0
        && now.compareTo(until) < 0
        && service == call.service()
        && Faults.possible(call.kind()).contains(fault);
  }
}
