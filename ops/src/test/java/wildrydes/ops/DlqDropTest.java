package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;

class DlqDropTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder = Path.of("");
  private Path audit = folder;

  @BeforeEach
  void nameTheAuditFile() {
    audit = folder.resolve("audit.jsonl");
    terminal.environment.put("RIDES_AUDIT", audit.toString());
  }

  @Test
  void aDroppedMessageIsInTheAuditFileAsAWhole() throws Exception {
    String id = put(1, because("unreadable-message", 1));
    put(2, Map.of());

    Run run = terminal.run("dlq", "drop", id, "--because", "a load test", "--execute");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(id + " is deleted.", audit.toString());
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
    JsonNode entry = new JsonMapper().readTree(Files.readString(audit));
    assertThat(entry.path("Action").asText()).isEqualTo("DROPPED");
    assertThat(entry.path("Stack").asText()).isEqualTo("WildRydes");
    assertThat(entry.path("MessageId").asText()).isEqualTo(id);
    assertThat(entry.path("RideId").asText()).isEqualTo(ride(1).value());
    assertThat(entry.path("Outcome").asText()).isEqualTo("dropped because a load test");
    assertThat(entry.path("Body").asText()).isEqualTo(request(1));
    assertThat(entry.at("/Attributes/Reason").asText()).isEqualTo("unreadable-message");
  }

  @Test
  void withoutExecuteNothingIsDropped() {
    String id = put(1, Map.of());

    Run run = terminal.run("dlq", "drop", id, "--because", "a load test");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("message " + id, "run this again with --execute");
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ifOneIsNotFoundNoneIsDropped() {
    String id = put(1, Map.of());

    Run run = terminal.run("dlq", "drop", id, "other", "--because", "a load test", "--execute");

    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.err()).startsWith("Not among the dead letters, or held by somebody else: other");
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
  }

  @Test
  void aReasonMustBeGiven() {
    String id = put(1, Map.of());

    assertThat(terminal.run("dlq", "drop", id, "--execute").exit()).isEqualTo(2);
    assertThat(terminal.run("dlq", "drop", id, "--because", " ", "--execute").exit()).isEqualTo(2);
  }

  @Test
  void whatCannotBeWrittenDownIsNotDropped() {
    String id = put(1, Map.of());

    Run run =
        terminal.run(
            "dlq", "drop", id, "--because", "a test", "--execute", "--audit", folder.toString());

    assertThat(run.exit()).isEqualTo(4);
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
  }

  private String put(int number, Map<String, String> attributes) {
    return terminal.deadLetters.putSentAt(
        Lane.REQUESTS, request(number), attributes, terminal.now.minusSeconds(90));
  }
}
