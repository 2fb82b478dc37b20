package wildrydes.ops.deadletters.command;

import static java.util.stream.Collectors.toSet;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.deadletters.Holds;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.view.LetterText;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;

@Command(
    name = "drop",
    description = {
      "Deletes dead letters for good, for a reason that others will read.",
      "Does nothing but show them unless --execute is given; then each is first written to the audit"
          + " file as a whole. If one of them is not found, none is deleted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq drop 5fea7756-0ea4-451a-a703-a558b933e274 --because 'a test'",
      "  ./rides dlq drop $ID --because 'sent by a load test' --execute",
      "  ./rides dlq history"
    })
final class DlqDrop implements Callable<Integer> {

  private final DeadLetterAccess access;
  private final Map<String, String> environment;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private AuditOptions audit = new AuditOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "MESSAGE_ID",
      description = "The messages, as ./rides dlq list shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "Why nobody needs them; written to the audit file.")
  private String because = "";

  @Option(names = "--execute", description = "Do it. Without, it is only shown.")
  private boolean execute;

  DlqDrop(DeadLetterAccess access, Map<String, String> environment, InstantSource clock) {
    this.access = access;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (because.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--because must not be blank");
    }
    access.with(stack, this::drop);
    return Exit.DONE.code();
  }

  private boolean drop(DeadLetterStack s) {
    PrintWriter out = spec.commandLine().getOut();
    try (var holds = new Holds(s.queues(), clock)) {
      List<ExplainedLetter> letters = all(s, holds);
      if (!execute) {
        letters.forEach(each -> out.println(LetterText.of(each, clock.instant(), false) + "\n"));
        out.println("Nothing is deleted yet. To do it, run this again with --execute.");
        return false;
      }
      Audit file = audit.audit(environment, s.name(), clock);
      for (ExplainedLetter each : letters) {
        file.write(
            Audit.Entry.ofVanishing(
                Audit.Action.DROPPED, each.letter(), "dropped because " + because));
        holds.delete(each.letter());
        out.printf("%s is deleted.%n", PlainText.of(each.letter().messageId()));
      }
    }
    out.println("The only copy is in " + audit.file(environment));
    return true;
  }

  private List<ExplainedLetter> all(DeadLetterStack s, Holds holds) {
    var found =
        Sweeping.some(new Sweeping(s, clock).find(Selection.messages(ids), holds), true).letters();
    Set<String> there = found.stream().map(each -> each.letter().messageId()).collect(toSet());
    List<String> missing = ids.stream().filter(id -> !there.contains(id)).toList();
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          Exit.NOTHING_MATCHES,
          "Not among the dead letters, or held by somebody else: "
              + PlainText.of(String.join(", ", missing))
              + "\nNothing was deleted. ./rides dlq list shows all.");
    }
    return found;
  }
}
