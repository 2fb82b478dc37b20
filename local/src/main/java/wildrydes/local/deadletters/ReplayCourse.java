package wildrydes.local.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.replay.End;
import wildrydes.ops.deadletters.replay.ReplayWatcher;
import wildrydes.ops.deadletters.replay.SentRide;

/** Counts how a replay goes, for those who ask meanwhile. */
final class ReplayCourse implements ReplayWatcher {

  private int total;
  private int sent;
  private int assigned;
  private int unassigned;
  private int failed;
  private int failedAgain;
  private @Nullable RideId awaitedCanary;

  /**
   * At its begin.
   *
   * @param planned how many the dry run has found
   */
  ReplayCourse(int planned) {
    total = planned;
  }

  @Override
  public void read(int letters) {}

  @Override
  public synchronized void canary(SentRide ride) {
    awaitedCanary = ride.rideId();
  }

  @Override
  public synchronized void sending(int ready) {
    awaitedCanary = null;
    total = Math.max(total, sent + ready);
  }

  @Override
  public synchronized void sent(SentRide ride) {
    sent++;
    total = Math.max(total, sent);
  }

  @Override
  public synchronized void ended(SentRide ride, End end) {
    switch (end) {
      case End.Recorded(var status) when status.equals("ASSIGNED") -> assigned++;
      case End.Recorded(var status) when status.equals("UNASSIGNED") -> unassigned++;
      case End.Recorded _ -> failed++;
      case End.FailedAgain _ -> failedAgain++;
      case End.Open _ -> {}
    }
  }

  @Override
  public void following(int rides) {}

  synchronized void tell(ObjectNode json) {
    json.put("Total", total)
        .put("Sent", sent)
        .put("Assigned", assigned)
        .put("Unassigned", unassigned)
        .put("RecordedFailed", failed)
        .put("FailedAgain", failedAgain);
    Optional.ofNullable(awaitedCanary).ifPresent(ride -> json.put("AwaitedCanary", ride.value()));
  }
}
