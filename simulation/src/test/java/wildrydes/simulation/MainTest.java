package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aFewRunsAreToldInNumbers() {
    assertThat(run("--runs", "3", "--seed", "5")).isZero();

    assertThat(out.toString()).contains("rides accepted", "faults", "violations").contains("3");
  }

  @Test
  void aStoryTellsWhatHappened() {
    assertThat(run("--runs", "1", "--story")).isZero();

    assertThat(out.toString()).contains("POST /ride -> 202", "Dispatcher invocation", "ASSIGNED");
  }

  @Test
  void helpTeaches() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("--runs", "--seed", "--story", "Examples:", "Exit codes:");
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(run("--runs", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--runs must be at least 1, but is 0.");

    assertThat(run("--rnus", "3")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
