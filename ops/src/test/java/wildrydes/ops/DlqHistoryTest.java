package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.Lane;

class DlqHistoryTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder = Path.of("");
  private Path audit = folder;

  @BeforeEach
  void nameTheAuditFile() {
    audit = folder.resolve("audit.jsonl");
    terminal.environment.putAll(Map.of("RIDES_AUDIT", audit.toString(), "HOSTNAME", "desk"));
    terminal.now = Instant.parse("2026-03-01T12:00:00Z");
  }

  @Test
  void eachActionIsALine() {
    String id = drop(1);

    Run run = terminal.run("dlq", "history");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "2026-03-01T12:00:00Z  %s@desk  WildRydes requests  DROPPED %s of ride %s: %s\n"
                    .formatted(
                        System.getProperty("user.name"), id, ride(1), "dropped because of a test"),
                ""));
  }

  @Test
  void itIsFilteredByRideMessageAndTime() {
    String first = drop(1);
    terminal.now = terminal.now.plus(Duration.ofHours(2));
    String second = drop(2);

    assertThat(terminal.run("dlq", "history", "--since", "1h").out())
        .contains(second)
        .doesNotContain(first);
    assertThat(terminal.run("dlq", "history", "--ride", ride(1).value()).out())
        .contains(first)
        .doesNotContain(second);
    assertThat(terminal.run("dlq", "history", "--message", second).out())
        .contains(second)
        .doesNotContain(first);
    assertThat(terminal.run("dlq", "history", "--ride", ride(3).value()).exit()).isEqualTo(10);
  }

  @Test
  void placesAreHiddenUnlessAskedFor() {
    drop(1);

    assertThat(terminal.run("dlq", "history", "--json").out())
        .contains("***")
        .doesNotContain("47.6175");
    assertThat(terminal.run("dlq", "history", "--json", "--show-locations").out())
        .contains("47.6175");
  }

  @Test
  void aTornLineLosesNothingElse() throws IOException {
    String first = drop(1);
    Files.writeString(audit, "{\"When\":\"2026-", StandardOpenOption.APPEND);
    String second = drop(2);

    Run run = terminal.run("dlq", "history");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(first, second);
    assertThat(run.err()).startsWith("1 lines of ").contains("torn");
  }

  @Test
  void beforeTheFirstActionThereIsNoFile() {
    Run run = terminal.run("dlq", "history");

    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.err()).startsWith("There is no audit file " + audit + " yet");
  }

  private String drop(int number) {
    String id =
        terminal.deadLetters.putSentAt(Lane.REQUESTS, request(number), Map.of(), terminal.now);
    assertThat(terminal.run("dlq", "drop", id, "--because", "of a test", "--execute").exit())
        .isZero();
    return id;
  }
}
