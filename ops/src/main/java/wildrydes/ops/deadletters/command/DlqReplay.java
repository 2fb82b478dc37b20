package wildrydes.ops.deadletters.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.replay.Plan;
import wildrydes.ops.deadletters.replay.Replay;
import wildrydes.ops.deadletters.replay.ReplayReport;
import wildrydes.ops.deadletters.replay.ReplayReport.Ending;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.deadletters.replay.Scope;
import wildrydes.ops.deadletters.replay.view.ReplayJson;
import wildrydes.ops.deadletters.replay.view.ReplayProgress;
import wildrydes.ops.deadletters.replay.view.ReplayText;
import wildrydes.ops.ride.Wait;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** {@code ./rides dlq replay}: a dry run unless told otherwise. */
@Command(
    name = "replay",
    description = {
      "Sends dead letters back to the queue they came from, and follows their rides to the end.",
      "Without --execute it is a dry run: it says what would be sent, and why some would not, and"
          + " changes nothing.",
      "With --execute it sends one message first, the canary, and waits for its ride's outcome. Only"
          + " if that is good the others follow, a few a second. If too many rides fail again, the"
          + " breaker stops it.",
      "A message is sent before it is deleted, so Ctrl-C or a crash at any moment loses none; a copy"
          + " changes nothing. Run the same again to go on. Messages of rides that have their outcome"
          + " already are written to the audit file and deleted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  First look:",
      "    ./rides dlq replay",
      "    ./rides dlq replay --reason 'retries exhausted' --newer-than 2h",
      "  Then do it, a canary first; or only ten of them:",
      "    ./rides dlq replay --execute",
      "    ./rides dlq replay --execute --limit 10",
      "  One ride, or one message that was replayed too often:",
      "    ./rides dlq replay --ride 3T2kcnlsTnmEKTzYoTTaSA --execute",
      "    ./rides dlq replay --message 5fea7756-0ea4-451a-a703-a558b933e274 --force --execute",
      "  Thousands, faster, and more patient with failures:",
      "    ./rides dlq replay --execute --rate 50 --stop-at 40%%",
      "  In a script:",
      "    ./rides dlq replay --execute --json | jq .FailedAgain",
      "",
      "It ends with 0 if all went well, 4 if nothing that matches can be replayed, 8 if rides failed",
      "again, 9 if some had no outcome in time, 10 if nothing matches, 11 if canary or breaker stopped",
      "it."
    })
final class DlqReplay implements Callable<Integer> {

  private final DeadLetterAccess access;
  private final Map<String, String> environment;
  private final Wait wait;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private SelectionOptions selectionOptions = new SelectionOptions();
  @Mixin private ReplayOptions replayOptions = new ReplayOptions();
  @Mixin private AuditOptions auditOptions = new AuditOptions();

  @Option(names = "--execute", description = "Do it. Without, it is only said.")
  private boolean execute;

  @Option(names = "--json", description = "Print the plan, or the result, as a JSON object.")
  private boolean json;

  DlqReplay(DeadLetterAccess access, Map<String, String> environment, Wait wait) {
    this.access = access;
    this.environment = environment;
    this.wait = wait;
  }

  @Override
  public Integer call() {
    Selection selection = selectionOptions.selection();
    ReplayRules rules = replayOptions.rules(selection.limit());
    var stopping = new AtomicBoolean();
    try (var _ = Stopping.onInterrupt(stopping)) {
      return access
          .with(
              stack,
              s ->
                  execute
                      ? execute(s, selection, rules, stopping)
                      : plan(s, selection, rules, stopping))
          .code();
    }
  }

  private Exit plan(
      DeadLetterStack s, Selection selection, ReplayRules rules, AtomicBoolean stopping) {
    Plan plan;
    try (var progress = new ReplayProgress(spec.commandLine().getErr(), rules)) {
      plan = replay(s).plan(scope(selection), rules, progress, stopping::get);
    }
    if (json) {
      print(ReplayJson.of(s.name(), plan, wait.instant()).toPrettyString());
    } else if (plan.matchesAny()) {
      print(ReplayText.of(plan, rules));
    }
    return plan.matchesAny() ? Exit.DONE : nothing(selection, plan.heldByOthers());
  }

  private Exit execute(
      DeadLetterStack s, Selection selection, ReplayRules rules, AtomicBoolean stopping) {
    PrintWriter course = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    ReplayReport report;
    try (var progress = new ReplayProgress(course, rules)) {
      report = replay(s).execute(scope(selection), rules, progress, stopping::get);
    }
    boolean isNothing =
        report.rides().isEmpty() && report.cleared() == 0 && report.left().isEmpty();
    if (json) {
      print(ReplayJson.of(s.name(), report, wait.instant()).toPrettyString());
    } else if (!isNothing) {
      print(ReplayText.of(report));
    }
    if (report.failure().isPresent()) {
      throw report.failure().get();
    }
    if (report.ending() == Ending.INTERRUPTED) {
      // The program ends before a failure would be told.
      PrintWriter err = spec.commandLine().getErr();
      err.println("Interrupted. Nothing is lost: run the same again to go on.");
      err.flush();
      return Exit.STOPPED;
    }
    return isNothing ? nothing(selection, report.heldByOthers()) : ReplayExit.of(report, rules);
  }

  private Replay replay(DeadLetterStack s) {
    return new Replay(s.queues(), s.rides(), auditOptions.audit(environment, s.name(), wait), wait);
  }

  private Scope scope(Selection selection) {
    return new Scope(
        selection.lanes(), c -> selection.matches(c.letter(), c.cause(), wait.instant()));
  }

  private Exit nothing(Selection selection, int heldByOthers) {
    if (json) {
      return Exit.NOTHING_MATCHES;
    }
    if (heldByOthers > 0) {
      throw new CommandFailure(
          Exit.NOTHING_MATCHES,
          "Nothing was found, but about %d messages could not be seen: somebody else holds them,"
                  .formatted(heldByOthers)
              + " or a run that was cut off did.\nTry again in a few minutes.");
    }
    throw new CommandFailure(
        Exit.NOTHING_MATCHES,
        selection.isAll()
            ? "There are no dead letters."
            : "No dead letter is like that.\n./rides dlq list shows all.");
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
