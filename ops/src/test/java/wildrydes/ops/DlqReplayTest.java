package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;
import static wildrydes.ops.DeadRides.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.InMemoryDeadLetterQueues.Sent;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

class DlqReplayTest {

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  @BeforeEach
  void auditInOwnFolder() {
    terminal.environment.put("RIDES_AUDIT", folder.resolve("audit.jsonl").toString());
  }

  @Test
  void aDryRunTellsWhatWouldMoveAndWhyTheRestWouldNot() {
    failed(1, Map.of());
    failed(2, Map.of());
    failed(3, Map.of("Replays", "3"));
    decided(4, "ASSIGNED");
    terminal.deadLetters.putSentAt(
        Lane.REQUESTS, unreadable(5), because("unreadable-message", 5), terminal.now);
    terminal.deadLetters.putSentAt(Lane.REQUESTS, request(6), Map.of(), terminal.now);

    Run run = terminal.run("dlq", "replay");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                2 messages would be replayed.
                      2  the fleet was away
                1 message would be deleted: the ride has its outcome, so that a replay would change \
                nothing. The audit file keeps a copy.
                1 message would stay, replayed 3 times already:
                  look at ./rides dlq show message-5; --force replays it even so
                1 message would stay, cannot be read: unknown Version of RideRequested:
                  mend it with ./rides dlq edit message-9, or ./rides dlq drop it
                1 message would stay, of no ride: it has expired, or never was:
                  ./rides dlq drop message-11

                This was a dry run: nothing is sent or deleted.
                To do it, run the same again with --execute.
                One is sent first, as a canary; once its ride has its outcome, the others follow, 5 a \
                second.
                """,
                ""));
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(6, 0));
    assertThat(terminal.deadLetters.sent(Lane.REQUESTS)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void executedItTellsWhatBecameOfTheRides() throws Exception {
    IntStream.range(0, 50).forEach(i -> failed(i, Map.of()));
    terminal.onPause = () -> assignAllBut(List.of(7));

    Run run = terminal.run("dlq", "replay", "--execute", "--timeout", "5m");

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("The canary is sent: ride " + ride(0).value())
        .contains("The canary: ASSIGNED.\nSending, 5 a second at most ...\n")
        .contains("50 replayed: 49 assigned, 1 without an outcome yet.\n")
        .contains("No outcome yet: " + ride(7).value());
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(0, 0));
    assertThat(Files.readAllLines(folder.resolve("audit.jsonl"))).hasSize(150);
  }

  @Test
  void aCanaryThatFailsAgainStopsIt() {
    IntStream.range(0, 5).forEach(i -> failed(i, Map.of()));
    terminal.onPause =
        () -> {
          if (terminal.deadLetters.count(Lane.REQUESTS).all() == 4) {
            terminal.deadLetters.putSentAt(
                Lane.REQUESTS,
                request(0),
                Map.of("Replays", "1", "Reason", "no-fleet", "Detail", "it is away"),
                terminal.now);
          }
        };

    Run run = terminal.run("dlq", "replay", "--execute");

    assertThat(run.exit()).isEqualTo(11);
    assertThat(run.out())
        .contains("1 replayed: 1 failed again.\n")
        .contains("  failed again: no-fleet, it is away: " + ride(0).value());
    assertThat(run.err())
        .isEqualTo(
            """
            Stopped: the canary failed again.
            Nothing else was touched. Mend what makes it fail first.
            """);
    assertThat(terminal.deadLetters.sent(Lane.REQUESTS)).hasSize(1);
    assertThat(terminal.deadLetters.count(Lane.REQUESTS)).isEqualTo(new Count(5, 0));
  }

  @Test
  void filtersAndLimitSayWhich() {
    IntStream.range(0, 5).forEach(i -> failed(i, Map.of()));
    terminal.onPause = () -> assignAllBut(List.of());

    terminal.run("dlq", "replay", "--ride", ride(3).value(), "--execute");
    terminal.run("dlq", "replay", "--limit", "2", "--no-canary", "--execute");

    assertThat(terminal.deadLetters.sent(Lane.REQUESTS))
        .extracting(Sent::body)
        .containsExactly(request(3), request(0), request(1));
  }

  @Test
  void scriptsGetThePlanAndTheResult() throws Exception {
    failed(1, Map.of("Replays", "1"));
    decided(2, "UNASSIGNED");
    failed(3, Map.of("Replays", "4"));
    terminal.onPause = () -> assignAllBut(List.of());

    JsonNode plan = json(terminal.run("dlq", "replay", "--json"));
    Run run = terminal.run("dlq", "replay", "--json", "--execute");
    JsonNode result = json(run);

    assertThat(plan.path("DryRun").asBoolean()).isTrue();
    assertThat(plan.at("/Replayable/0/RideId").asText()).isEqualTo(ride(1).value());
    assertThat(plan.at("/AlreadyDecided/0/Why").asText())
        .isEqualTo("of a ride that is UNASSIGNED already");
    assertThat(plan.at("/Refused/0/Judgement").asText()).isEqualTo("REPLAYED_TOO_OFTEN");
    assertThat(run.exit()).isZero();
    assertThat(result.path("Ending").asText()).isEqualTo("COMPLETE");
    assertThat(result.path("Assigned").asInt()).isEqualTo(1);
    assertThat(result.path("Deleted").asInt()).isEqualTo(1);
    assertThat(result.at("/Rides/0/Replays").asInt()).isEqualTo(2);
    assertThat(result.at("/Rides/0/End").asText()).isEqualTo("ASSIGNED");
    assertThat(result.at("/Left/0/RideId").asText()).isEqualTo(ride(3).value());
  }

  @Test
  void whereThereIsNothingToDoItSaysSo() {
    assertThat(terminal.run("dlq", "replay"))
        .isEqualTo(new Run(10, "", "There are no dead letters.\n"));

    failed(1, Map.of("Replays", "3"));

    assertThat(terminal.run("dlq", "replay", "--reason", "other", "--execute"))
        .isEqualTo(new Run(10, "", "No dead letter is like that.\n./rides dlq list shows all.\n"));
    Run refused = terminal.run("dlq", "replay", "--execute");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).isEqualTo("Nothing that matches can be replayed as it is.\n");
    terminal.deadLetters.receive(Lane.REQUESTS, 1, Duration.ofMinutes(1));
    assertThat(terminal.run("dlq", "replay").err())
        .startsWith("Nothing was found, but about 1 messages could not be seen");
  }

  @ParameterizedTest
  @CsvSource({
    "--rate, 0",
    "--rate, 501",
    "--stop-at, 101%",
    "--stop-at, some",
    "--max-replays, 0",
    "--hold, 0s",
    "--hold, 13h",
    "--limit, 0",
    "--timeout, soon"
  })
  void whatCannotBeIsAMatterOfUsage(String option, String value) {
    Run run = terminal.run("dlq", "replay", option, value);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(option);
  }

  private void failed(int number, Map<String, String> attributes) {
    terminal.rides.putFailed(ride(number), "the fleet was away");
    terminal.deadLetters.putSentAt(
        Lane.REQUESTS, request(number), attributes, terminal.now.minusSeconds(3600 - number));
  }

  private void decided(int number, String status) {
    failed(number, Map.of());
    terminal.rides.put(ride(number), record(status));
  }

  private void assignAllBut(List<Integer> others) {
    List<String> untouched = others.stream().map(DeadRides::request).toList();
    terminal.deadLetters.sent(Lane.REQUESTS).stream()
        .map(Sent::body)
        .filter(body -> !untouched.contains(body))
        .forEach(
            body ->
                terminal.rides.put(Lane.REQUESTS.rideOf(body).orElseThrow(), record("ASSIGNED")));
  }

  private static RideRecord record(String status) {
    return new RideRecord(status, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static JsonNode json(Run run) throws Exception {
    return new JsonMapper().readTree(run.out());
  }
}
