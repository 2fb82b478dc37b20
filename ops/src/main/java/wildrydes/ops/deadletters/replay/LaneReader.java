package wildrydes.ops.deadletters.replay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Lane;

/** Reads a lane's dead letters until no more come, and holds what it has read. */
final class LaneReader {

  /** An empty answer does not mean an empty queue, unless its count says so, too. */
  private static final int EMPTY_ANSWERS = 3;

  /** Fewer in an answer may be the last. */
  private static final int FULL = 10;

  /** SQS gives out no more than 120,000 before some are deleted or released. */
  private static final int MOST = 100_000;

  private final DeadLetterQueues queues;
  private final TimedHolds holds;

  LaneReader(DeadLetterQueues queues, TimedHolds holds) {
    this.queues = queues;
    this.holds = holds;
  }

  /**
   * Reads.
   *
   * @param goOn is given each batch of letters not seen before, and tells whether to go on
   */
  void over(Lane lane, Duration span, Predicate<List<DeadLetter>> goOn) {
    Set<String> seen = new HashSet<>();
    int empty = 0;
    while (empty < EMPTY_ANSWERS && seen.size() < MOST) {
      List<DeadLetter> letters = holds.receive(lane, span);
      List<DeadLetter> fresh =
          letters.stream().filter(letter -> seen.add(letter.messageId())).toList();
      empty = fresh.isEmpty() ? empty + 1 : 0;
      boolean wantsMore = fresh.isEmpty() || goOn.test(fresh);
      // Asked instead of the queue, which answers late that it is empty.
      boolean isLast = letters.size() < FULL && queues.count(lane).visible() == 0;
      if (!wantsMore || isLast) {
        return;
      }
    }
  }
}
