package wildrydes.ops.deadletters.replay;

import java.util.Set;
import java.util.function.BooleanSupplier;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.ride.Wait;

/**
 * Sends dead letters back to where they came from. First look at the plan, which touches nothing;
 * then execute it.
 */
public final class Replay {

  private final DeadLetterQueues queues;
  private final RideRecords records;
  private final Audit audit;
  private final Wait wait;

  public Replay(DeadLetterQueues queues, RideRecords records, Audit audit, Wait wait) {
    this.queues = queues;
    this.records = records;
    this.audit = audit;
    this.wait = wait;
  }

  /**
   * Reads and judges all dead letters of the scope and gives them back at once.
   *
   * @param interrupted whether somebody wants it to stop: what is held is given back
   */
  public Plan plan(
      Scope scope, ReplayRules rules, ReplayWatcher watcher, BooleanSupplier interrupted) {
    var holds = new TimedHolds(queues, wait);
    try {
      return new Gathering(queues, records, holds, scope, rules, watcher, interrupted)
          .gather(Integer.MAX_VALUE, rules.limit(), Set.of(), _ -> {});
    } finally {
      holds.releaseAll();
    }
  }

  /**
   * Sends what can be sent, and follows it. What a service refuses on the way ends the run and is
   * in the report, for by then some of it may be done.
   *
   * @param interrupted whether somebody wants it to stop: it does so between two messages
   */
  public ReplayReport execute(
      Scope scope, ReplayRules rules, ReplayWatcher watcher, BooleanSupplier interrupted) {
    return new ReplayRun(queues, records, audit, wait, scope, rules, watcher, interrupted).go();
  }
}
