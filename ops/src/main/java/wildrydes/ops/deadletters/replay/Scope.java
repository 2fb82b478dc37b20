package wildrydes.ops.deadletters.replay;

import java.util.List;
import java.util.function.Predicate;
import wildrydes.ops.deadletters.Lane;

/** Which dead letters a replay is about. */
public record Scope(List<Lane> lanes, Predicate<Candidate> matching) {

  public Scope {
    lanes = List.copyOf(lanes);
  }

  /** Both lanes, whole. */
  public static Scope everything() {
    return new Scope(List.of(Lane.values()), _ -> true);
  }
}
