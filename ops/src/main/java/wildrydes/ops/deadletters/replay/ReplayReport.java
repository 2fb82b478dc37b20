package wildrydes.ops.deadletters.replay;

import java.util.List;
import java.util.Optional;
import wildrydes.ops.deadletters.Judgement;

/**
 * How a replay went.
 *
 * @param rides those whose messages were sent, in order, the canary first
 * @param cleared how many messages were deleted because their rides had their outcome already
 * @param left the matching messages that were seen and are still where they were
 * @param heldByOthers how many, about, nobody could read because somebody holds them
 * @param failure what a service refused, if that stopped the run
 */
public record ReplayReport(
    Ending ending,
    List<Followed> rides,
    int cleared,
    List<Candidate> left,
    int heldByOthers,
    Optional<RuntimeException> failure) {

  /** Why the run sent no more. */
  public enum Ending {
    /** All that could be sent was sent. */
    COMPLETE,
    /** The canary failed again, or its end did not come in time. */
    CANARY,
    /** Too many failed again. */
    BREAKER,
    /** Somebody stopped it. */
    INTERRUPTED,
    /** A service refused or did not answer. */
    FAILURE
  }

  /** A ride and its end. */
  public record Followed(SentRide ride, End end) {}

  public ReplayReport {
    rides = List.copyOf(rides);
    left = List.copyOf(left);
  }

  /** How many rides ended in this status. */
  public long recorded(String status) {
    return rides.stream().filter(r -> r.end().equals(new End.Recorded(status))).count();
  }

  public List<Followed> failedAgain() {
    return rides.stream().filter(r -> r.end() instanceof End.FailedAgain).toList();
  }

  public List<Followed> open() {
    return rides.stream().filter(r -> r.end() instanceof End.Open).toList();
  }

  /** Those that could have been sent. */
  public long notSent() {
    return left.stream().filter(Candidate::isReplayable).count();
  }

  /** Those that another replay would refuse as well, unless something is done about them. */
  public List<Candidate> refused() {
    return left.stream()
        .filter(candidate -> !(candidate.judgement() instanceof Judgement.Replayable))
        .toList();
  }
}
