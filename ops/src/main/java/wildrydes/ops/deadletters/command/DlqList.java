package wildrydes.ops.deadletters.command;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.Sweep;
import wildrydes.ops.deadletters.view.LaneListing;
import wildrydes.ops.deadletters.view.ListingJson;
import wildrydes.ops.deadletters.view.ListingText;
import wildrydes.ops.terminal.Exit;

@Command(
    name = "list",
    description = {
      "Lists the dead letters of both queues by their causes: how many, how old, and examples.",
      "The cause is what a function wrote when it gave a message up, else what the ride's record"
          + " says, else \"retries exhausted\". To see them, each is held for the seconds that this"
          + " takes, and released."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq list",
      "  ./rides dlq list --queue outcomes --older-than 1h --examples 10",
      "  ./rides dlq list --json | jq '.Queues[] | {Queue, Count}'"
    })
final class DlqList implements Callable<Integer> {

  private final DeadLetterAccess access;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private SelectionOptions options = new SelectionOptions();

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many messages to show of each cause (default: ${DEFAULT-VALUE}).")
  private int examples;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  DlqList(DeadLetterAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (examples < 0) {
      throw new ParameterException(spec.commandLine(), "--examples cannot be negative");
    }
    Selection selection = options.selection();
    Sweep.Found found = access.with(stack, letters -> new Sweeping(letters, clock).look(selection));
    List<LaneListing> lanes = LaneListing.of(selection.lanes(), found);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(ListingJson.of(stack.name(), lanes, examples, clock.instant()).toPrettyString());
    } else {
      out.println(ListingText.of(lanes, examples, clock.instant()));
    }
    return found.letters().isEmpty() ? Exit.NOTHING_MATCHES.code() : Exit.DONE.code();
  }
}
