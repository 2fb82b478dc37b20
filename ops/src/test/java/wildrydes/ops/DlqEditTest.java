package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;
import static wildrydes.ops.DeadRides.unreadable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;

class DlqEditTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void nameTheAuditFile() {
    terminal.environment.put("RIDES_AUDIT", folder.resolve("audit.jsonl").toString());
  }

  @Test
  void anEditedMessageTakesTheOldOnesPlace() {
    Map<String, String> attributes = because("unreadable-message", 1);
    attributes.put("Replays", "2");
    String id = put(unreadable(1), attributes);

    Run run = terminal.run("dlq", "edit", id, "--set", "Version=1", "--execute");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("- Version: 7\n+ Version: 1\n", "./rides dlq replay");
    DeadLetter edited = only();
    assertThat(edited.body()).isEqualTo(request(1));
    assertThat(edited.messageId()).isNotEqualTo(id);
    assertThat(edited.attributes())
        .containsEntry("Reason", "edited")
        .containsEntry("Replays", "2")
        .containsEntry("RideId", ride(1).value());
    assertThat(edited.detail().orElseThrow()).startsWith("Version by ").contains("@");
    assertThat(terminal.run("dlq", "history", "--json", "--show-locations").out())
        .contains("\"Action\" : \"EDITED\"", "\\\"Version\\\":7", "\\\"Latitude\\\":47.6175");
  }

  @Test
  void withoutExecuteNothingIsChanged() {
    String id = put(unreadable(1), Map.of());

    Run run = terminal.run("dlq", "edit", id, "--set", "Version=1");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("+ Version: 1", "run this again with --execute");
    assertThat(only().messageId()).isEqualTo(id);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void placesAreChangedUnseen() {
    String id = put(request(1), Map.of());

    Run hidden = terminal.run("dlq", "edit", id, "--set", "PickupLocation.Latitude=47.5");
    Run shown =
        terminal.run(
            "dlq", "edit", id, "--set", "PickupLocation.Latitude=47.5", "--show-locations");

    assertThat(hidden.out()).contains("- PickupLocation.Latitude: \"***\"").doesNotContain("47.");
    assertThat(shown.out()).contains("- PickupLocation.Latitude: 47.6175\n", ": 47.5\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Version=2, unknown Version",
    "PickupLocation=47.6, incomplete",
    "PickupLocation.Latitude=91, incomplete",
    "Rider.Name=alice, single value",
    "PickupLocation.Latitude=north, incomplete",
  })
  void whatTheConsumerWouldRefuseIsRefusedHere(String setting, String why) {
    String id = put(request(1), Map.of());

    Run run = terminal.run("dlq", "edit", id, "--set", setting, "--execute");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains(why);
    assertThat(only().messageId()).isEqualTo(id);
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
  }

  @Test
  void aBodyThatIsNoJsonTakesAnEditorAndThatATerminal() {
    String id = put("no JSON", Map.of());

    assertThat(terminal.run("dlq", "edit", id, "--set", "Version=1").err())
        .contains("no JSON object");
    Run editor = terminal.run("dlq", "edit", id);

    assertThat(editor.exit()).isEqualTo(2);
    assertThat(editor.err()).contains("no terminal", "--set");
  }

  @Test
  void whatSaysSoAlreadyIsLeftAlone() {
    String id = put(request(1), Map.of());

    Run run = terminal.run("dlq", "edit", id, "--set", "Rider=alice", "--execute");

    assertThat(run)
        .isEqualTo(new Run(0, "That is what the message says already. Nothing is changed.\n", ""));
    assertThat(only().messageId()).isEqualTo(id);
  }

  @Test
  void anAuditThatCannotBeWrittenStopsIt() {
    String id = put(unreadable(1), Map.of());

    Run run =
        terminal.run(
            "dlq", "edit", id, "--set", "Version=1", "--execute", "--audit", folder.toString());

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("cannot be written", "--audit");
    assertThat(only().messageId()).isEqualTo(id);
  }

  @Test
  void aSettingWithoutASignIsAMatterOfUsage() {
    assertThat(terminal.run("dlq", "edit", "some-id", "--set", "Version").exit()).isEqualTo(2);
    assertThat(terminal.run("dlq", "edit", "some-id", "--set", "Version=1").exit()).isEqualTo(10);
  }

  private String put(String body, Map<String, String> attributes) {
    return terminal.deadLetters.putSentAt(
        Lane.REQUESTS, body, attributes, terminal.now.minus(Duration.ofSeconds(90)));
  }

  private DeadLetter only() {
    List<DeadLetter> all = terminal.deadLetters.all(Lane.REQUESTS);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
