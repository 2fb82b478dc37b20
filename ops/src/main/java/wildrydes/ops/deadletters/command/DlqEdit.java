package wildrydes.ops.deadletters.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.messages.UnreadableMessage;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Holds;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.Sweep;
import wildrydes.ops.deadletters.audit.Operator;
import wildrydes.ops.deadletters.edit.BodyDiff;
import wildrydes.ops.deadletters.edit.Setting;
import wildrydes.ops.deadletters.edit.TextEditor;
import wildrydes.ops.deadletters.view.Bodies;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

@Command(
    name = "edit",
    description = {
      "Changes the body of one dead letter: by --set, or in your editor (VISUAL, EDITOR, else vi).",
      "Shows what differs, and does nothing more unless --execute is given. A body that the queue's"
          + " consumer could not read is refused. The new message takes the old one's place among"
          + " the dead letters, with the cause \"edited\"; ./rides dlq replay sends it. The old one"
          + " is kept in the audit file."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq edit 5fea7756-0ea4-451a-a703-a558b933e274 --set Version=1",
      "  ./rides dlq edit $ID --set PickupLocation.Latitude=47.6 --execute",
      "  EDITOR=nano ./rides dlq edit $ID --execute",
      "",
      "A value is read as JSON, and as a text if it is none: 47.6 is a number, \"47.6\"",
      "between quotes a text. An editor that leaves the text as it is changes nothing."
    })
final class DlqEdit implements Callable<Integer> {

  private final DeadLetterAccess access;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final TextEditor editor;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private AuditOptions audit = new AuditOptions();

  @Parameters(paramLabel = "MESSAGE_ID", description = "The message, as ./rides dlq list shows it.")
  private String id = "";

  @Option(
      names = "--set",
      paramLabel = "Path=value",
      description = "Set a value of the body; may be given again.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--show-locations", description = "Show coordinates in what differs, too.")
  private boolean showLocations;

  @Option(names = "--execute", description = "Do it. Without, it is only shown.")
  private boolean execute;

  DlqEdit(
      DeadLetterAccess access,
      Map<String, String> environment,
      InstantSource clock,
      TextEditor editor) {
    this.access = access;
    this.environment = environment;
    this.clock = clock;
    this.editor = editor;
  }

  @Override
  public Integer call() {
    List<Setting> changes = settings.stream().map(this::setting).toList();
    DeadLetter letter = access.with(stack, this::look);
    String body = changes.isEmpty() ? edited(letter) : set(letter, changes);
    var diff = new BodyDiff(letter.body(), body, showLocations);
    PrintWriter out = spec.commandLine().getOut();
    if (diff.paths().isEmpty()) {
      out.println("That is what the message says already. Nothing is changed.");
      return Exit.DONE.code();
    }
    diff.lines().forEach(out::println);
    requireReadable(letter, body);
    if (!execute) {
      out.println("\nNothing is changed yet. To do it, run this again with --execute.");
      return Exit.DONE.code();
    }
    access.with(stack, s -> replace(s, letter, body, diff));
    out.println(
        "\nThe edited message is among the dead letters, under a new id; the old one is in "
            + audit.file(environment)
            + "\nSend it with ./rides dlq replay --reason edited");
    return Exit.DONE.code();
  }

  private Setting setting(String text) {
    try {
      return Setting.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
    }
  }

  private DeadLetter look(DeadLetterStack s) {
    return only(new Sweeping(s, clock).look(Selection.messages(List.of(id))));
  }

  private static DeadLetter only(Sweep.Found found) {
    return Sweeping.some(found, true).letters().getFirst().letter();
  }

  private String edited(DeadLetter letter) {
    String before = Bodies.json(letter.body()).map(Bodies::pretty).orElse(letter.body());
    String after = editor.edit(before);
    if (after.strip().equals(before.strip())) {
      return letter.body();
    }
    return Bodies.json(after).map(JsonNode::toString).orElse(after);
  }

  private static String set(DeadLetter letter, List<Setting> changes) {
    JsonNode body =
        Bodies.json(letter.body())
            .filter(JsonNode::isContainerNode)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        Exit.REFUSED,
                        "The body is no JSON object, so that no value in it can be set."
                            + "\nRun this without --set, to edit it as a text."));
    try {
      changes.forEach(change -> change.applyTo(body));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          Exit.REFUSED,
          e.getMessage() + "\n./rides dlq show " + letter.messageId() + " shows the body.",
          e);
    }
    return body.toString();
  }

  private static void requireReadable(DeadLetter letter, String body) {
    try {
      letter.lane().read(body);
    } catch (UnreadableMessage e) {
      throw new CommandFailure(
          Exit.REFUSED,
          "The consumer of the %s would refuse this: %s.\nNothing was changed."
              .formatted(letter.lane().word(), e.detail()),
          e);
    }
  }

  /** Between the look and this, somebody else may have taken it: nobody held it. */
  private boolean replace(DeadLetterStack s, DeadLetter old, String body, BodyDiff diff) {
    try (var holds = new Holds(s.queues(), clock)) {
      DeadLetter letter = only(new Sweeping(s, clock).find(Selection.messages(List.of(id)), holds));
      audit
          .audit(environment, s.name(), clock)
          .write(Audit.Entry.ofVanishing(Audit.Action.EDITED, letter, "changed " + paths(diff)));
      s.queues().put(old.lane(), body, attributes(letter, body, diff));
      holds.delete(letter);
      return true;
    }
  }

  private Map<String, String> attributes(DeadLetter letter, String body, BodyDiff diff) {
    Map<String, String> attributes = new HashMap<>(letter.attributes());
    letter.lane().rideOf(body).ifPresent(ride -> attributes.put("RideId", ride.value()));
    attributes.put("Reason", "edited");
    attributes.put("Detail", paths(diff) + " by " + Operator.of(environment).name());
    return attributes;
  }

  private static String paths(BodyDiff diff) {
    return Optional.of(String.join(", ", diff.paths()))
        .filter(p -> p.length() < 200)
        .orElse("much");
  }
}
