package wildrydes.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private record Settings(String table, String queue, int count) {

    static Settings of(Map<String, String> variables) {
      return Environment.read(
          variables, e -> new Settings(e.text("TABLE"), e.text("QUEUE"), e.count("COUNT")));
    }
  }

  @Test
  void settingsAreReadFromTheVariables() {
    assertThat(Settings.of(Map.of("TABLE", "t", "QUEUE", "q", "COUNT", "5", "OTHER", "x")))
        .isEqualTo(new Settings("t", "q", 5));
  }

  @Test
  void everythingThatIsMissingOrWrongIsNamedAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Settings.of(Map.of("QUEUE", " ", "COUNT", "0")))
        .withMessageContaining("TABLE is missing")
        .withMessageContaining("QUEUE is missing")
        .withMessageContaining("COUNT must be a whole number of at least 1");
  }

  @Test
  void aCountIsAWholeNumber() {
    for (String wrong : new String[] {"-1", "1.5", "five", "99999999999"}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Settings.of(Map.of("TABLE", "t", "QUEUE", "q", "COUNT", wrong)))
          .withMessageContaining("COUNT must be");
    }
  }
}
