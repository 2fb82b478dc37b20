package wildrydes.ops.deadletters.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.ride.Wait;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.Progress;
import wildrydes.ops.terminal.Times;

@Command(
    name = "watch",
    description = {
      "Shows how many messages wait in both queues, are at work, and are dead, until Ctrl-C.",
      "On a terminal one line is written over and over; elsewhere each look is a line of its own."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq watch",
      "  ./rides dlq watch --interval 10s | tee counts.txt",
      "  ./rides dlq watch --times 1 --json | jq .Requests.DeadLetters"
    })
final class DlqWatch implements Callable<Integer> {

  /** Brings the cursor to the line's beginning and empties the line. */
  private static final String OVER = "\r\u001b[K";

  private final DeadLetterAccess access;
  private final Wait wait;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--interval",
      paramLabel = "SPAN",
      defaultValue = "2s",
      description = "The time between two looks (default: ${DEFAULT-VALUE}).")
  private Duration interval = Duration.ofSeconds(2);

  @Option(names = "--times", paramLabel = "N", description = "End after so many looks.")
  private @Nullable Integer times;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  DlqWatch(DeadLetterAccess access, Wait wait) {
    this.access = access;
    this.wait = wait;
  }

  @Override
  public Integer call() {
    if (times != null && times < 1) {
      throw new ParameterException(spec.commandLine(), "--times must be 1 or more");
    }
    if (interval.isZero()) {
      throw new ParameterException(spec.commandLine(), "--interval must be 1s or more");
    }
    boolean isOver = !json && Progress.isTerminal();
    return access.with(
        stack,
        s -> {
          PrintWriter out = spec.commandLine().getOut();
          for (int look = 0; times == null || look < times; look++) {
            if (look > 0) {
              wait.sleep(interval);
            }
            String line = json ? json(s.queues()).toString() : text(s.queues());
            out.print(isOver ? OVER + line : line + System.lineSeparator());
            out.flush();
          }
          out.print(isOver ? System.lineSeparator() : "");
          return Exit.DONE.code();
        });
  }

  private String text(DeadLetterQueues queues) {
    List<String> parts = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      Count waiting = queues.waiting(lane);
      Count dead = queues.count(lane);
      parts.add(
          "%s: %d waiting, %d at work, %d dead%s"
              .formatted(
                  lane.word(),
                  waiting.visible(),
                  waiting.held(),
                  dead.all(),
                  dead.held() == 0 ? "" : " (%d held)".formatted(dead.held())));
    }
    return Times.of(wait.instant()) + "  " + String.join("  |  ", parts);
  }

  private ObjectNode json(DeadLetterQueues queues) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("When", Times.of(wait.instant()));
    for (Lane lane : Lane.values()) {
      Count waiting = queues.waiting(lane);
      Count dead = queues.count(lane);
      line.putObject(lane == Lane.REQUESTS ? "Requests" : "Outcomes")
          .put("Waiting", waiting.visible())
          .put("AtWork", waiting.held())
          .put("DeadLetters", dead.all())
          .put("Held", dead.held());
    }
    return line;
  }
}
