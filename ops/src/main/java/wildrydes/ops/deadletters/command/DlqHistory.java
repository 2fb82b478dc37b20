package wildrydes.ops.deadletters.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wildrydes.ops.deadletters.audit.AuditHistory;
import wildrydes.ops.deadletters.view.Bodies;
import wildrydes.ops.deadletters.view.Masking;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;
import wildrydes.ops.terminal.Times;

@Command(
    name = "history",
    description = {
      "Tells from the audit file who did what to which dead letter, the latest last.",
      "Messages that were dropped or edited are in the file as a whole: --json prints them, with"
          + " coordinates only by --show-locations."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq history --since 24h",
      "  ./rides dlq history --ride 3T2kcnlsTnmEKTzYoTTaSA",
      "  ./rides dlq history --json | jq '.[] | select(.Action == \"DROPPED\").Body'"
    })
final class DlqHistory implements Callable<Integer> {

  private final Map<String, String> environment;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AuditOptions audit = new AuditOptions();

  @Option(names = "--ride", paramLabel = "ID", description = "Only of this ride.")
  private @Nullable String ride;

  @Option(names = "--message", paramLabel = "ID", description = "Only of this message.")
  private @Nullable String message;

  @Option(names = "--since", paramLabel = "SPAN", description = "Only since then: 90s, 10m, 2h.")
  private @Nullable Duration since;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Option(names = "--show-locations", description = "Show coordinates, too.")
  private boolean showLocations;

  DlqHistory(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Path file = audit.file(environment);
    AuditHistory history = read(file);
    if (history.unreadable() > 0) {
      spec.commandLine()
          .getErr()
          .printf("%d lines of %s are torn and passed over.%n", history.unreadable(), file);
    }
    List<AuditHistory.Line> lines = history.lines().stream().filter(this::isMeant).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      lines.forEach(line -> array.add(shown(line)));
      out.println(array.toPrettyString());
    } else if (lines.isEmpty()) {
      out.println("Nothing like that stands in " + file);
    } else {
      lines.forEach(line -> out.println(text(line)));
    }
    return lines.isEmpty() ? Exit.NOTHING_MATCHES.code() : Exit.DONE.code();
  }

  private static AuditHistory read(Path file) {
    try {
      return AuditHistory.read(file);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          Exit.NOTHING_MATCHES,
          "There is no audit file %s yet: nobody changed anything from here.".formatted(file)
              + "\nName another with --audit.",
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.REFUSED,
          "The audit file %s cannot be read: %s\nName another with --audit.".formatted(file, e),
          e);
    }
  }

  private boolean isMeant(AuditHistory.Line line) {
    Duration span = since;
    Instant first = span == null ? Instant.MIN : clock.instant().minus(span);
    return !line.when().isBefore(first)
        && (ride == null || line.text("RideId").equals(ride))
        && (message == null || line.text("MessageId").equals(message));
  }

  private static String text(AuditHistory.Line line) {
    String ofRide = line.text("RideId").isEmpty() ? "" : " of ride " + line.text("RideId");
    return PlainText.of(
        "%s  %s  %s %s  %s %s%s: %s"
            .formatted(
                Times.of(line.when()),
                line.text("Who"),
                line.text("Stack"),
                line.text("Queue"),
                line.text("Action"),
                line.text("MessageId"),
                ofRide,
                line.text("Outcome")));
  }

  private ObjectNode shown(AuditHistory.Line line) {
    ObjectNode shown = line.json().deepCopy();
    if (!showLocations && shown.has("Body")) {
      String body = line.text("Body");
      shown.put(
          "Body",
          Bodies.json(body)
              .map(parsed -> Masking.mask(parsed).toString())
              .orElseGet(() -> Masking.mask(body)));
    }
    return shown;
  }
}
