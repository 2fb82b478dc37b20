package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.terminal.Exit;

class RidesTest {

  private final Terminal terminal = new Terminal();

  @Test
  void helpTellsEveryExitCode() {
    Run run = terminal.run("--help");

    assertThat(run.exit()).isZero();
    for (Exit exit : Exit.values()) {
      assertThat(run.out()).contains("\n  " + exit.code() + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request",
        "status",
        "fleet",
        "fleet list",
        "fleet load",
        "fleet add",
        "fleet move",
        "fleet remove",
        "dlq",
        "dlq list",
        "dlq show",
        "dlq edit",
        "dlq drop",
        "dlq redrive",
        "dlq watch",
        "dlq history"
      })
  void everyCommandTeachesByExample(String command) {
    Run run = terminal.run((command + " --help").split(" "));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Exit codes: ./rides --help lists them.");
    assertThat(run.out()).containsPattern("Examples?:\\R+  .*\\./rides " + command);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theCompletionScriptKnowsTheCommands() throws Exception {
    Run run = terminal.run("generate-completion");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("complete -F _complete_rides", "redrive", "--show-locations");
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    try (var script = bash.outputWriter()) {
      script.write(run.out());
    }
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(terminal.run("--version").out())
        .matches("Wild Rydes \\d+\\.\\d+\\.\\d+ on Java .*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request --wiat 1,1",
        "request 1,1 --wiat",
        "request 91,1",
        "request 1;1",
        "request 1,1 --timeout soon",
        "request 1,1 --api localhost",
        "request 1,1 --as a.b",
        "request 1,1 --as alice --token t",
        "fleet list --jsno",
        "fleet lits",
        "fleet add Nyota",
        "dlq list --queue other",
        "dlq list --examples -1",
        "dlq list --limit 0",
        "dlq list --older-than soon",
        "dlq show --ride alice",
        "dlq drop",
        "frobnicate"
      })
  void whatIsWrittenWrongIsToldInAFewLines(String line) {
    Run run = terminal.run(line.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSizeBetween(2, 10);
    assertThat(run.err()).contains("--help tells more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fleet", "dlq"})
  void aGroupAloneShowsWhatThereIs(String line) {
    Run run = line.isEmpty() ? terminal.run() : terminal.run(line);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Commands:");
  }

  @Test
  void aBugIsOneLineUnlessDebugging() {
    terminal.environment.putAll(Map.of("RIDES_TOKEN", "t"));
    String[] broken = {"status", "3T2kcnlsTnmEKTzYoTTaSA", "--api", "http://127.0.0.1:99999"};

    Run plain = terminal.run(broken);
    Run debugging = terminal.run("--debug", broken[0], broken[1], broken[2], broken[3]);

    assertThat(plain.exit()).isEqualTo(debugging.exit()).isNotZero();
    assertThat(plain.err()).doesNotContain("\tat ");
    assertThat(debugging.err()).contains("\tat ");
  }
}
