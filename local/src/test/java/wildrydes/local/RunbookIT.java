package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.emulators.StackSettings;
import wildrydes.local.commands.DocumentedCommand;
import wildrydes.local.commands.OperatorsShell;
import wildrydes.local.commands.OperatorsShell.Run;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Lane;

/**
 * The dead-letter commands of the runbook and the README, typed one after the other by an operator
 * who fills in the ids: each ends as the page says, and in the end no dead letter is left.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RunbookIT {

  private static final Path README = StackSettings.repositoryTemplate().resolveSibling("README.md");
  private static final Path RUNBOOK = README.resolveSibling("docs/runbook.md");
  private static final Pattern SETUP = Pattern.compile("(?s)```sh\n(stack=.*?)```");
  private static final Pattern POISON = Pattern.compile("--message-body '([^']+)'");

  private final LocalPipeline pipeline;
  private final LostRides lost;

  @TempDir private Path folder = Path.of("");

  RunbookIT() throws IOException {
    pipeline = LocalPipeline.start(LocalSettings.inMemory(StackSettings.repositoryTemplate()));
    lost = new LostRides(pipeline);
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @BeforeEach
  void noDeadLetters() {
    lost.purge();
  }

  @Test
  void theRunbooksCommandsSaveEveryRide() throws Exception {
    lost.loseRequests();
    lost.loseOutcomes();
    OperatorsShell shell = shell(only(SETUP, Files.readString(RUNBOOK)));

    List<String> ofRequests = run(DocumentedCommand.of(RUNBOOK, "RideRequests-DeadLetters"), shell);
    List<String> ofOutcomes = run(DocumentedCommand.of(RUNBOOK, "RideOutcomes-DeadLetters"), shell);

    lost.assertThatAllAreSaved();
    assertThat(ofRequests).filteredOn(out -> out.contains("The canary is sent")).hasSize(2);
    assertThat(ofOutcomes)
        .filteredOn(out -> out.contains("The canary is sent"))
        .singleElement(STRING)
        .contains("2 replayed: 2 assigned.");
  }

  @Test
  void theReadmesCommandsShowAPoisonAndGetRidOfIt() throws Exception {
    String heading = "Replay a dead letter";
    String poison = only(POISON, DocumentedCommand.section(README, heading));
    lost.send("RideRequestQueue", poison);
    lost.awaitDeadLetters(Lane.REQUESTS, 1);

    run(DocumentedCommand.of(README, heading), shell(""));

    lost.assertThatAllAreSaved();
  }

  /** Runs them in their order and returns what each printed. */
  private List<String> run(List<DocumentedCommand> commands, OperatorsShell shell)
      throws Exception {
    List<String> outputs = new ArrayList<>();
    for (DocumentedCommand command : commands) {
      String line = filledIn(command.line());

      Run run = shell.run(line);

      assertThat(run.exitCode())
          .as("%s%n%s%s", line, run.out(), run.err())
          .isEqualTo(command.exitCode());
      outputs.add(run.out());
    }
    return outputs;
  }

  /** The line with the ids that a person takes from what {@code dlq show} has told. */
  private String filledIn(String line) {
    String filledIn = line;
    if (line.contains("MESSAGE_ID")) {
      DeadLetter meant = line.contains("dlq drop") ? lost.ofNoRide() : lost.unreadable();
      filledIn = filledIn.replace("MESSAGE_ID", meant.messageId());
    }
    if (line.contains("RIDE_ID")) {
      filledIn = filledIn.replace("RIDE_ID", lost.edited().rideId().orElseThrow().value());
    }
    return filledIn;
  }

  private OperatorsShell shell(String before) throws IOException {
    return new OperatorsShell(
        folder, ReplayProgram.environment(pipeline.endpoints(), folder), before);
  }

  private static String only(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as("%s in%n%s", pattern, text).isTrue();
    return found.group(1);
  }
}
