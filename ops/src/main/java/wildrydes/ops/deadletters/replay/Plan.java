package wildrydes.ops.deadletters.replay;

import java.util.List;

/**
 * What a replay would do.
 *
 * @param replayable would be sent, in this order, no more than the limit
 * @param beyondLimit could be sent, but the limit is lower
 * @param decided are of rides that have their outcome: they would be deleted, after they were
 *     written to the audit file
 * @param doubles are of rides of which another message would be sent
 * @param refused would stay where they are; the judgement says why
 * @param notMatching how many were read and do not match
 * @param heldByOthers how many, about, nobody can read now because somebody holds them
 */
public record Plan(
    List<Candidate> replayable,
    int beyondLimit,
    List<Candidate> decided,
    List<Candidate> doubles,
    List<Candidate> refused,
    int notMatching,
    int heldByOthers) {

  public Plan {
    replayable = List.copyOf(replayable);
    decided = List.copyOf(decided);
    doubles = List.copyOf(doubles);
    refused = List.copyOf(refused);
  }

  /** Whether any message matches. */
  public boolean matchesAny() {
    return !replayable.isEmpty() || !decided.isEmpty() || !doubles.isEmpty() || !refused.isEmpty();
  }
}
