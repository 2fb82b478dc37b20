package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;
import static wildrydes.ops.DeadRides.unreadable;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;

class DlqShowTest {

  private final Terminal terminal = new Terminal();

  @Test
  void aMessageIsShownInFullButForThePlace() {
    terminal.rides.putFailed(ride(1), "the request could not be read");
    put(unreadable(1), because("unreadable-message", 1));

    Run run = terminal.run("dlq", "show");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "message message-1 (requests)",
            ride(1) + ", FAILED",
            "unreadable-message: unknown Version of RideRequested",
            "1 min ago",
            "Reason=unreadable-message",
            "\"Rider\" : \"alice\"",
            "\"Latitude\" : \"***\"")
        .doesNotContain("47.6", "122.2");
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
  }

  @Test
  void placesAreShownToWhoAsksForThem() {
    put(request(1), Map.of());

    assertThat(terminal.run("dlq", "show", "--show-locations").out())
        .contains("\"Latitude\" : 47.6175");
    assertThat(terminal.run("dlq", "show", "--show-locations", "--json").out())
        .contains("\"Longitude\" : -122.2884");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Type\":\"RideRequested\",\"PickupLocation\":{\"Latitude\":47.6175,\"Longi",
        "{\"PickupLocation\":[47.6175,-122.2884]}",
        "{\"a\":[{\"b\":{\"pickupLat\":\"47.6175\",\"lng\":-122.2884}}]}",
        "{\"Note\":\"at 47.6175, -122.2884\"}",
        "{\"Nested\":\"{\\\"latitude\\\":47.6175}\"}",
        "lat=47.6175&lon=-122.2884"
      })
  void placesAreHiddenInWhateverAMessageMayBe(String body) {
    put(body, Map.of("Reason", "unreadable-message", "Note", "Latitude: 47.6175"));

    for (String form : new String[] {"--json", "--limit=1"}) {
      Run run = terminal.run("dlq", "show", form);

      assertThat(run.exit()).isZero();
      assertThat(run.out()).contains("***").doesNotContain("47.6175", "122.2884");
    }
  }

  @Test
  void whatIsNoJsonIsShownAsTextThatSteersNoTerminal() {
    put("not \u001b[2J JSON", Map.of());

    Run run = terminal.run("dlq", "show");

    assertThat(run.out())
        .contains(
            "is not JSON; as text:", "not ?[2J JSON", "the body is not JSON", "none is named");
  }

  @Test
  void messagesAndRidesAreNamedSideBySide() {
    IntStream.range(1, 30).forEach(i -> put(request(i), Map.of()));

    Run run = terminal.run("dlq", "show", "message-1", ride(29).value());

    assertThat(run.out())
        .contains(ride(1).value(), ride(29).value())
        .doesNotContain(ride(2).value());
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(29, 0));
  }

  @Test
  void whenNothingIsLikeThatItIsSaid() {
    Run empty = terminal.run("dlq", "show");
    put(request(1), Map.of());
    Run other = terminal.run("dlq", "show", "message-9");
    terminal.deadLetters.receive(Lane.REQUESTS, 1, Duration.ofMinutes(1));
    Run held = terminal.run("dlq", "show", "message-1");

    assertThat(empty).isEqualTo(new Run(10, "", "There are no dead letters.\n"));
    assertThat(other.exit()).isEqualTo(10);
    assertThat(other.err()).startsWith("No dead letter is like that.");
    assertThat(held.exit()).isEqualTo(10);
    assertThat(held.err()).contains("somebody else holds them");
    assertThat(terminal.run("dlq", "show", "--json").out()).isEqualTo("[ ]\n");
  }

  private void put(String body, Map<String, String> attributes) {
    terminal.deadLetters.putSentAt(
        Lane.REQUESTS, body, attributes, terminal.now.minus(Duration.ofSeconds(90)));
  }
}
