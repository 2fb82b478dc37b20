package wildrydes.local.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import wildrydes.ops.deadletters.replay.Replay;
import wildrydes.ops.deadletters.replay.ReplayReport;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.deadletters.replay.view.ReplayJson;
import wildrydes.ops.deadletters.replay.view.ReplayText;

/** A replay that runs while its page does something else. */
final class BackgroundReplay {

  private final ReplayOrder order;
  private final ReplayCourse course;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;
  private volatile @Nullable ReplayReport report;

  private BackgroundReplay(Replay replay, ReplayOrder order, ReplayRules rules, int planned) {
    this.order = order;
    this.course = new ReplayCourse(planned);
    this.thread =
        Thread.ofVirtual()
            .name("replay")
            .unstarted(() -> report = replay.execute(order.scope(), rules, course, stopped::get));
  }

  static BackgroundReplay start(Replay replay, ReplayOrder order, ReplayRules rules, int planned) {
    var running = new BackgroundReplay(replay, order, rules, planned);
    running.thread.start();
    return running;
  }

  boolean isUnderWay() {
    return thread.isAlive();
  }

  /** Has it end between two messages; what it holds is given back. */
  void stop() {
    stopped.set(true);
  }

  void awaitEnd(Duration atMost) {
    try {
      thread.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  ObjectNode json(String stack, Instant now) {
    // Asked first: whoever reads that it has ended also finds the report.
    boolean isUnderWay = isUnderWay();
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("State", isUnderWay ? "RUNNING" : "ENDED");
    order.queue().ifPresent(queue -> json.put("Queue", queue.word()));
    order.reason().ifPresent(reason -> json.put("Reason", reason));
    course.tell(json);
    ReplayReport ended = report;
    if (!isUnderWay && ended != null) {
      ObjectNode told = ReplayJson.of(stack, ended, now).put("Words", ReplayText.of(ended));
      ended.failure().ifPresent(failure -> told.put("Failure", failure.getMessage()));
      json.set("Report", told);
    }
    return json;
  }
}
