package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;
import static wildrydes.ops.DeadRides.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;

class DlqListTest {

  private final Terminal terminal = new Terminal();

  @Test
  void deadLettersAreGroupedByCause() {
    put(1, Map.of("Replays", "2"), Duration.ofMinutes(90));
    put(2, Map.of(), Duration.ofMinutes(5));
    terminal.rides.putFailed(ride(2), "the fleet was away");
    put(3, because("unreadable-message", 3), Duration.ofSeconds(10));
    put(4, because("unreadable-message", 4), Duration.ofSeconds(20));

    Run run = terminal.run("dlq", "list");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "requests: 4 dead letters, the oldest sent 1 h 30 min ago",
            "2 x unreadable-message",
            "MESSAGE",
            ride(4).value(),
            "20 s",
            ride(3).value(),
            "1 x retries exhausted",
            ride(1).value(),
            "2\n",
            "1 x the fleet was away",
            ride(2).value(),
            "outcomes: 0 dead letters");
  }

  @Test
  void scriptsGetTheSameAsJson() throws Exception {
    put(3, because("unreadable-message", 3), Duration.ofSeconds(10));
    terminal.deadLetters.putSentAt(
        Lane.OUTCOMES, "no JSON", Map.of(), terminal.now.minusSeconds(30));

    JsonNode json = json(terminal.run("dlq", "list", "--json", "--stack", "Other"));

    assertThat(json.path("Stack").asText()).isEqualTo("Other");
    JsonNode requests = json.at("/Queues/0");
    assertThat(requests.path("Queue").asText()).isEqualTo("requests");
    assertThat(requests.path("Name").asText()).isEqualTo("Other-RideRequests-DeadLetters");
    assertThat(requests.path("Count").asInt()).isEqualTo(1);
    assertThat(requests.path("Unseen").asInt()).isZero();
    assertThat(requests.path("OldestAgeSeconds").asInt()).isEqualTo(10);
    assertThat(requests.at("/Causes/0/Cause").asText()).isEqualTo("unreadable-message");
    assertThat(requests.at("/Causes/0/Examples/0").toString())
        .isEqualTo(
            "{\"MessageId\":\"message-1\",\"Queue\":\"requests\",\"RideId\":\"%s\","
                    .formatted(ride(3))
                + "\"Cause\":\"unreadable-message\",\"Detail\":\"unknown Version of RideRequested\","
                + "\"Sent\":\"%s\",\"AgeSeconds\":10,\"Replays\":0}"
                    .formatted(terminal.now.minusSeconds(10)));
    assertThat(json.at("/Queues/1/Causes/0/Cause").asText()).isEqualTo("retries exhausted");
  }

  @Test
  void nothingIsKeptFromOthersAfterwards() {
    IntStream.range(0, 25).forEach(i -> put(i, Map.of(), Duration.ofSeconds(i)));

    Run run = terminal.run("dlq", "list", "--examples", "1");

    assertThat(run.out()).contains("25 x retries exhausted", "and 24 more");
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(25, 0));
  }

  @Test
  void whatSomebodyElseHoldsIsTold() {
    put(1, Map.of(), Duration.ZERO);
    put(2, Map.of(), Duration.ZERO);
    terminal.deadLetters.receive(Lane.REQUESTS, 1, Duration.ofMinutes(1));

    Run run = terminal.run("dlq", "list");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("requests: 1 dead letter,", "about 1 more could not be seen");
  }

  @Test
  void emptyQueuesHaveACodeOfTheirOwn() {
    Run run = terminal.run("dlq", "list");

    assertThat(run)
        .isEqualTo(new Run(10, "requests: 0 dead letters\n\noutcomes: 0 dead letters\n", ""));
  }

  @Test
  void filtersMustAllHold() {
    put(1, because("unreadable-message", 1), Duration.ofHours(3));
    put(2, because("unreadable-message", 2), Duration.ofMinutes(30));
    put(3, because("no-such-ride", 3), Duration.ofHours(3));
    terminal.deadLetters.putSentAt(
        Lane.OUTCOMES,
        request(4),
        because("unreadable-message", 4),
        terminal.now.minus(Duration.ofHours(3)));

    Run run =
        terminal.run(
            "dlq", "list", "--queue", "requests", "--reason", "UNREADABLE", "--older-than", "1h");

    assertThat(run.out()).contains("requests: 1 dead letter,", ride(1).value());
    assertThat(run.out()).doesNotContain("outcomes");
    assertThat(terminal.run("dlq", "list", "--newer-than", "1h").out())
        .contains("requests: 1 dead letter,", ride(2).value());
    assertThat(terminal.run("dlq", "list", "--ride", ride(4).value()).out())
        .contains("outcomes: 1 dead letter,", ride(4).value());
    assertThat(terminal.run("dlq", "list", "--limit", "2").out())
        .contains("requests: 2 dead letters");
    assertThat(terminal.run("dlq", "list", "--reason", "other").exit()).isEqualTo(10);
  }

  private void put(int number, Map<String, String> attributes, Duration age) {
    terminal.deadLetters.putSentAt(
        Lane.REQUESTS,
        attributes.containsKey("Reason") ? unreadable(number) : request(number),
        attributes,
        terminal.now.minus(age));
  }

  private static JsonNode json(Run run) throws Exception {
    assertThat(run.exit()).isZero();
    return new JsonMapper().readTree(run.out());
  }
}
