package wildrydes.recorder;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideFailed;

/** The rides' records without a database; they pass the same contract as those with one. */
public final class InMemoryRideRecords implements RideRecords {

  private final Map<RideId, Optional<RideOutcome>> outcomes = new HashMap<>();

  public synchronized void request(RideId rideId) {
    outcomes.put(rideId, Optional.empty());
  }

  synchronized Optional<RideOutcome> outcomeOf(RideId rideId) {
    return outcomes.getOrDefault(rideId, Optional.empty());
  }

  @Override
  public synchronized Write record(RideOutcome outcome, Instant recordTime) {
    Write write = wouldRecord(outcome.rideId());
    if (write == Write.RECORDED && !(outcome instanceof RideFailed && failed(outcome.rideId()))) {
      outcomes.put(outcome.rideId(), Optional.of(outcome));
      return Write.RECORDED;
    }
    return write == Write.RECORDED ? Write.ALREADY_DECIDED : write;
  }

  @Override
  public synchronized Write wouldRecord(RideId rideId) {
    if (!outcomes.containsKey(rideId)) {
      return Write.NO_SUCH_RIDE;
    }
    boolean open = outcomeOf(rideId).isEmpty() || failed(rideId);
    return open ? Write.RECORDED : Write.ALREADY_DECIDED;
  }

  private boolean failed(RideId rideId) {
    return outcomeOf(rideId).filter(RideFailed.class::isInstance).isPresent();
  }
}
