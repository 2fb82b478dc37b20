package wildrydes.ops.deadletters.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.MoveTasks.Task;
import wildrydes.ops.ride.Wait;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.OnInterrupt;
import wildrydes.ops.terminal.PlainText;
import wildrydes.ops.terminal.Progress;

@Command(
    name = "redrive",
    description = {
      "Moves all dead letters back into their queues by SQS's own redrive, and shows how far it is.",
      "SQS looks at none of them: what cannot be read comes back, and nothing counts the replays or"
          + " follows the rides. ./rides dlq replay does all that. Ctrl-C stops the move; what is"
          + " moved stays moved. Only says what it would do unless --execute is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq redrive",
      "  ./rides dlq redrive --queue requests --rate 20 --execute"
    })
final class DlqRedrive implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int FASTEST = 500;
  private static final int MOST_UNKNOWN = 5;

  private final DeadLetterAccess access;
  private final Map<String, String> environment;
  private final Wait wait;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private AuditOptions auditOptions = new AuditOptions();

  @Option(
      names = "--queue",
      paramLabel = "QUEUE",
      description = "Only of this queue: requests or outcomes (default: both).")
  private @Nullable Lane queue;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second, from 1 to 500 (default: as fast as SQS likes).")
  private @Nullable Integer rate;

  @Option(names = "--execute", description = "Do it. Without, it is only said.")
  private boolean execute;

  DlqRedrive(DeadLetterAccess access, Map<String, String> environment, Wait wait) {
    this.access = access;
    this.environment = environment;
    this.wait = wait;
  }

  @Override
  public Integer call() {
    if (rate != null && (rate < 1 || rate > FASTEST)) {
      throw new ParameterException(spec.commandLine(), "--rate must be from 1 to " + FASTEST);
    }
    List<Lane> lanes = queue == null ? List.of(Lane.values()) : List.of(queue);
    return access.with(stack, s -> redrive(s, lanes)).code();
  }

  private Exit redrive(DeadLetterStack s, List<Lane> lanes) {
    PrintWriter out = spec.commandLine().getOut();
    boolean isAny = false;
    for (Lane lane : lanes) {
      int count = s.queues().count(lane).visible();
      if (count == 0) {
        out.printf("%s: there are no dead letters.%n", lane.word());
      } else if (execute) {
        move(s, lane, count);
        isAny = true;
      } else {
        out.printf("%s: about %d dead letters would be moved.%n", lane.word(), count);
        isAny = true;
      }
    }
    if (isAny && !execute) {
      out.println("Nothing is moved yet. To do it, run this again with --execute.");
    }
    return isAny ? Exit.DONE : Exit.NOTHING_MATCHES;
  }

  private void move(DeadLetterStack s, Lane lane, int count) {
    if (s.moves().latest(lane).filter(Task::isUnderWay).isPresent()) {
      throw new CommandFailure(
          Exit.REFUSED,
          "A move of the %s is under way already, begun here or by somebody else."
                  .formatted(lane.word())
              + "\nWait until it is over: ./rides dlq watch shows the counts.");
    }
    Audit audit = auditOptions.audit(environment, s.name(), wait);
    note(audit, lane, "starting to move about " + count);
    String handle =
        s.moves().start(lane, rate == null ? OptionalInt.empty() : OptionalInt.of(rate));
    Task end;
    try (var _ = OnInterrupt.run(() -> cancel(s, lane, handle, audit));
        var progress = Progress.of("Moving", count)) {
      end = followed(s, lane, progress);
    }
    String how = end.status() + ", about " + end.moved() + " moved";
    note(audit, lane, how + end.failure().map(why -> ": " + why).orElse(""));
    if (!end.status().equals("COMPLETED")) {
      throw new CommandFailure(
          Exit.REFUSED,
          "%s: the move ended as %s".formatted(lane.word(), PlainText.of(how))
              + end.failure().map(why -> ": " + PlainText.of(why)).orElse("")
              + ".\nThe others are still among the dead letters; run this again to move them.");
    }
    spec.commandLine().getOut().printf("%s: about %d moved.%n", lane.word(), end.moved());
  }

  /** SQS may not know a move yet; ElasticMQ forgets one that is cancelled. */
  private Task followed(DeadLetterStack s, Lane lane, Progress progress) {
    var last = new Task("FORGOTTEN", 0, Optional.empty(), Optional.empty());
    for (int unknown = 0; unknown < MOST_UNKNOWN; ) {
      Optional<Task> task = s.moves().latest(lane);
      if (task.isPresent()) {
        unknown = 0;
        last = new Task("FORGOTTEN", task.get().moved(), Optional.empty(), Optional.empty());
        progress.stepTo(last.moved());
        if (!task.get().isUnderWay()) {
          return task.get();
        }
      } else {
        unknown++;
      }
      wait.sleep(LOOK);
    }
    return last;
  }

  private static void cancel(DeadLetterStack s, Lane lane, String handle, Audit audit) {
    s.moves().cancel(handle);
    note(audit, lane, "cancelled by the operator");
  }

  private static void note(Audit audit, Lane lane, String outcome) {
    audit.write(
        new Audit.Entry(
            Audit.Action.REDRIVEN, lane, "*", Optional.empty(), outcome, Optional.empty()));
  }
}
