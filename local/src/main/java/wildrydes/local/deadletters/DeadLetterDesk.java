package wildrydes.local.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.Stack;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Holds;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.Sweep;
import wildrydes.ops.deadletters.audit.AuditFile;
import wildrydes.ops.deadletters.audit.Operator;
import wildrydes.ops.deadletters.aws.DynamoDbRideRecords;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;
import wildrydes.ops.deadletters.replay.Plan;
import wildrydes.ops.deadletters.replay.Replay;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.deadletters.replay.view.ReplayJson;
import wildrydes.ops.deadletters.replay.view.ReplayText;
import wildrydes.ops.deadletters.view.LaneListing;
import wildrydes.ops.deadletters.view.ListingJson;
import wildrydes.ops.ride.Wait;

/**
 * Where a pipeline's dead letters are looked at and replayed. Answers have the fields of {@code
 * ./rides dlq ... --json}, and {@code Words} for people. What SQS or DynamoDB refuses comes out as
 * the SDK's exception; in a replay under way, in its report.
 */
public final class DeadLetterDesk implements AutoCloseable {

  private static final int EXAMPLES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String stack;
  private final DeadLetterQueues queues;
  private final RideRecords rides;
  private final Replay replay;
  private final Wait wait = Wait.real();
  private final ReplayRules rules = ReplayRules.usual();

  private @Nullable Planned planned;
  private volatile @Nullable BackgroundReplay latest;

  /** The last dry run, so that the replay after it knows how much there is to do. */
  private record Planned(ReplayOrder order, int messages) {}

  private DeadLetterDesk(String stack, DeadLetterQueues queues, RideRecords rides, Path auditFile) {
    this.stack = stack;
    this.queues = queues;
    this.rides = rides;
    Audit audit = new AuditFile(auditFile, stack, Operator.of(System.getenv()), wait);
    this.replay = new Replay(queues, rides, audit, wait);
  }

  /** The desk of a running stack. */
  public static DeadLetterDesk of(Stack stack, Path auditFile) {
    return new DeadLetterDesk(
        stack.name(),
        new SqsDeadLetterQueues(stack.sqs(), stack.name()),
        new DynamoDbRideRecords(stack.dynamoDb(), stack.tableName("RidesTable")),
        auditFile);
  }

  /**
   * All of them by queue and cause, with examples. One look at a time, or one hides the other's.
   */
  public synchronized ObjectNode look() throws ReplayUnderWay {
    requireNoReplay();
    List<Lane> lanes = List.of(Lane.values());
    try (var holds = new Holds(queues, wait)) {
      var found = new Sweep(queues, rides, wait).find(Selection.all(lanes), holds, _ -> {});
      return ListingJson.of(stack, LaneListing.of(lanes, found), EXAMPLES, wait.instant());
    }
  }

  /** What a replay would do. */
  public synchronized ObjectNode plan(ReplayOrder order) throws ReplayUnderWay {
    requireNoReplay();
    Plan plan = replay.plan(order.scope(), rules, new ReplayCourse(0), () -> false);
    planned = new Planned(order.dryRun(), plan.replayable().size());
    return ReplayJson.of(stack, plan, wait.instant()).put("Words", ReplayText.dryRun(plan, rules));
  }

  /** Begins a replay and tells its course. */
  public synchronized ObjectNode start(ReplayOrder order) throws ReplayUnderWay {
    requireNoReplay();
    Planned before = planned;
    int expected = before != null && before.order().equals(order.dryRun()) ? before.messages() : 0;
    latest = BackgroundReplay.start(replay, order, rules, expected);
    return course();
  }

  /** How the latest replay goes, or went; {@code {"State": "NONE"}} before the first. */
  public ObjectNode course() {
    BackgroundReplay known = latest;
    return known == null
        ? JsonNodeFactory.instance.objectNode().put("State", "NONE")
        : known.json(stack, wait.instant());
  }

  /** Stops the replay that runs, if one does, between two messages; the next one goes on. */
  public ObjectNode stop() {
    BackgroundReplay known = latest;
    if (known != null) {
      known.stop();
    }
    return course();
  }

  @Override
  public void close() {
    BackgroundReplay known = latest;
    if (known != null) {
      known.stop();
      known.awaitEnd(PATIENCE);
    }
  }

  private void requireNoReplay() throws ReplayUnderWay {
    BackgroundReplay known = latest;
    if (known != null && known.isUnderWay()) {
      throw new ReplayUnderWay();
    }
  }
}
