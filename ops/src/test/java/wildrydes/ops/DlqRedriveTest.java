package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;

class DlqRedriveTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder = Path.of("");
  private Path audit = folder;

  @BeforeEach
  void nameTheAuditFile() {
    audit = folder.resolve("audit.jsonl");
    terminal.environment.put("RIDES_AUDIT", audit.toString());
  }

  @Test
  void allAreMovedAndFollowedToTheEnd() throws Exception {
    put(25, Lane.REQUESTS);
    put(1, Lane.OUTCOMES);

    Run run = terminal.run("dlq", "redrive", "--execute");

    assertThat(run)
        .isEqualTo(new Run(0, "requests: about 25 moved.\noutcomes: about 1 moved.\n", ""));
    assertThat(terminal.deadLetters.sent(Lane.REQUESTS)).hasSize(25);
    assertThat(terminal.deadLetters.count(Lane.OUTCOMES)).isEqualTo(new Count(0, 0));
    assertThat(Files.readAllLines(audit))
        .hasSize(4)
        .allMatch(line -> line.contains("\"Action\":\"REDRIVEN\""))
        .element(1)
        .asString()
        .contains("COMPLETED, about 25 moved");
  }

  @Test
  void withoutExecuteNothingIsMoved() {
    put(3, Lane.REQUESTS);

    Run run = terminal.run("dlq", "redrive");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "requests: about 3 dead letters would be moved.",
            "outcomes: there are no dead letters.",
            "again with --execute");
    assertThat(terminal.deadLetters.sent(Lane.REQUESTS)).isEmpty();
  }

  @Test
  void aQueueMayBeChosen() {
    put(3, Lane.REQUESTS);
    put(3, Lane.OUTCOMES);

    terminal.run("dlq", "redrive", "--queue", "outcomes", "--execute");

    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(3, 0));
    assertThat(terminal.deadLetters.count(Lane.OUTCOMES)).isEqualTo(new Count(0, 0));
  }

  @Test
  void aMoveThatIsUnderWayIsLeftAlone() {
    put(100, Lane.REQUESTS);
    terminal.moves.start(Lane.REQUESTS, OptionalInt.empty());

    Run run = terminal.run("dlq", "redrive", "--execute");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("under way already", "./rides dlq watch");
  }

  @Test
  void aMoveThatSomebodyCancelsIsToldAsSuch() {
    put(100, Lane.REQUESTS);
    terminal.onPause = () -> terminal.moves.cancel("requests");

    Run run = terminal.run("dlq", "redrive", "--execute");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("FORGOTTEN, about 10 moved");
  }

  @Test
  void emptyQueuesHaveACodeOfTheirOwn() {
    assertThat(terminal.run("dlq", "redrive", "--execute").exit()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "many"})
  void aRateIsWhatSqsTakes(String rate) {
    assertThat(terminal.run("dlq", "redrive", "--rate", rate).exit()).isEqualTo(2);
  }

  private void put(int count, Lane lane) {
    IntStream.range(0, count)
        .forEach(i -> terminal.deadLetters.put(lane, DeadRides.request(i), Map.of()));
  }
}
