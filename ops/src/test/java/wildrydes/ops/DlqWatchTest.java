package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.Lane;

class DlqWatchTest {

  private final Terminal terminal = new Terminal();

  @Test
  void eachLookIsALine() {
    terminal.now = Instant.parse("2026-03-01T12:00:00Z");
    terminal.deadLetters.put(Lane.REQUESTS, "one", Map.of());
    terminal.deadLetters.send(Lane.OUTCOMES, "two", Map.of());
    terminal.onPause = () -> terminal.deadLetters.receive(Lane.REQUESTS, 1, Duration.ofMinutes(5));

    Run run = terminal.run("dlq", "watch", "--times", "2", "--interval", "5s");

    assertThat(run.out())
        .isEqualTo(
            """
            2026-03-01T12:00:00Z  requests: 0 waiting, 0 at work, 1 dead  |  outcomes: 1 waiting, 0 at work, 0 dead
            2026-03-01T12:00:05Z  requests: 0 waiting, 0 at work, 1 dead (1 held)  |  outcomes: 1 waiting, 0 at work, 0 dead
            """);
    assertThat(terminal.pauses).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void scriptsGetAnObjectALine() {
    terminal.now = Instant.parse("2026-03-01T12:00:00Z");
    terminal.deadLetters.put(Lane.REQUESTS, "one", Map.of());

    assertThat(terminal.run("dlq", "watch", "--times", "1", "--json").out())
        .isEqualTo(
            "{\"When\":\"2026-03-01T12:00:00Z\","
                + "\"Requests\":{\"Waiting\":0,\"AtWork\":0,\"DeadLetters\":1,\"Held\":0},"
                + "\"Outcomes\":{\"Waiting\":0,\"AtWork\":0,\"DeadLetters\":0,\"Held\":0}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--times=0", "--interval=0s", "--interval=often"})
  void whatCannotBeIsAMatterOfUsage(String option) {
    assertThat(terminal.run("dlq", "watch", option).exit()).isEqualTo(2);
  }
}
