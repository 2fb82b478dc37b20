package wildrydes.ops.deadletters.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.Sweep;
import wildrydes.ops.deadletters.view.LetterJson;
import wildrydes.ops.deadletters.view.LetterText;
import wildrydes.ops.terminal.Exit;

@Command(
    name = "show",
    description = {
      "Shows dead letters in full: body, attributes, cause, and what is recorded of the ride.",
      "Coordinates are hidden unless --show-locations is given. Each message is held for the"
          + " seconds that this takes, and released."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq show --limit 1",
      "  ./rides dlq show 5fea7756-0ea4-451a-a703-a558b933e274 3T2kcnlsTnmEKTzYoTTaSA",
      "  ./rides dlq show --queue requests --reason unreadable --newer-than 1h",
      "  ./rides dlq show --json --show-locations | jq '.[].Body.PickupLocation'"
    })
final class DlqShow implements Callable<Integer> {

  private final DeadLetterAccess access;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private SelectionOptions options = new SelectionOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "MESSAGE_ID|RIDE_ID",
      description = "Only these messages, and those of these rides.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Option(names = "--show-locations", description = "Show coordinates, too.")
  private boolean showLocations;

  DlqShow(DeadLetterAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Selection selection = options.selection().withOneOf(ids);
    Sweep.Found found = access.with(stack, s -> new Sweeping(s, clock).look(selection));
    var out = spec.commandLine().getOut();
    Instant now = clock.instant();
    if (json) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      found.letters().forEach(each -> array.add(LetterJson.full(each, now, showLocations)));
      out.println(array.toPrettyString());
      return found.letters().isEmpty() ? Exit.NOTHING_MATCHES.code() : Exit.DONE.code();
    }
    List<ExplainedLetter> letters = Sweeping.some(found, !selection.isAll()).letters();
    out.println(
        letters.stream()
            .map(each -> LetterText.of(each, now, showLocations))
            .collect(joining("\n\n")));
    if (found.allUnseen() > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "About %d more could not be seen: somebody else holds them at the moment.%n",
              found.allUnseen());
    }
    return Exit.DONE.code();
  }
}
