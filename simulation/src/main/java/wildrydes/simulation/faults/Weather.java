package wildrydes.simulation.faults;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import wildrydes.simulation.engine.Scheduler;

/**
 * Faults by chance until they stop, and whole services that are away for a while. What becomes of a
 * call depends on the seed and the call's index alone, not on the calls before it.
 *
 * @param rate the share of calls with which something goes wrong, 0 to 1
 * @param end when the faults stop, since the start
 * @param outages which services are away when
 */
public record Weather(
    long seed, double rate, Duration end, List<Outage> outages, InstantSource time)
    implements Faults {

  @Override
  public Fault of(Call call) {
    Duration now = Duration.between(Scheduler.START, time.instant());
    for (Outage outage : outages) {
      if (outage.strikes(call, now)) {
        return outage.fault();
      }
    }
    if (now.compareTo(end) >= 0) {
      return Fault.NONE;
    }
    var random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * call.index());
    // Each poll counts as a call; to double messages at every fifth would bury the rest.
    double share = call.kind() == Call.Kind.RECEIVE ? rate / 5 : rate;
    if (random.nextDouble() >= share) {
      return Fault.NONE;
    }
    List<Fault> possible = Faults.possible(call.kind());
    return possible.get(random.nextInt(possible.size()));
  }
}
