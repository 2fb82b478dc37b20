package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wildrydes.ops.Terminal.Run;

class RideCommandsTest {

  private static final String ID = "3T2kcnlsTnmEKTzYoTTaSA";
  private static final String REQUESTED =
      """
      {"RideId":"%s","Status":"REQUESTED","Rider":"alice",\
      "PickupLocation":{"Latitude":-33.9,"Longitude":18.4},"RequestTime":"2026-03-01T12:00:00Z"}\
      """
          .formatted(ID);
  private static final String ASSIGNED =
      """
      {"RideId":"%s","Status":"ASSIGNED","Rider":"alice",\
      "PickupLocation":{"Latitude":-33.9,"Longitude":18.4},"RequestTime":"2026-03-01T12:00:00Z",\
      "Unicorn":{"Name":"Nyota","Color":"Silver","Gender":"Female"},"UnicornName":"Nyota",\
      "Eta":"31 seconds","EtaSeconds":31,"PickupMeters":612,"Timeline":[\
      {"Stage":"REQUESTED","Time":"2026-03-01T12:00:00Z"},\
      {"Stage":"DISPATCHED","Time":"2026-03-01T12:00:12.500Z"},\
      {"Stage":"ASSIGNED","Time":"2026-03-01T12:00:12.514Z"},\
      {"Stage":"RECORDED","Time":"2026-03-01T12:00:12.600Z"}]}\
      """
          .formatted(ID);
  private static final String UNASSIGNED =
      "{\"RideId\":\"%s\",\"Status\":\"UNASSIGNED\"}".formatted(ID);
  private static final String FAILED =
      "{\"RideId\":\"%s\",\"Status\":\"FAILED\",\"FailureReason\":\"retries exhausted\"}"
          .formatted(ID);

  private final Terminal terminal = new Terminal();
  private final FakeApi api = new FakeApi();

  RideCommandsTest() throws IOException {}

  @BeforeEach
  void pointAtTheFake() {
    terminal.environment.put("RIDES_TOKEN", "a.b.c");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aRequestCarriesPickupRiderAndKey() {
    api.then(202, REQUESTED);

    Run run =
        terminal.run(
            "request", "-33.9,18.4", "--as", "alice", "--key", "order-17", "--api", api.url());

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "Ride "
                    + ID
                    + " is requested for alice.\nFollow it with ./rides status "
                    + ID
                    + " --watch --as alice\n",
                ""));
    assertThat(api.asked)
        .containsExactly(
            new FakeApi.Asked(
                "POST /ride",
                "Bearer alice",
                "order-17",
                "",
                "{\"PickupLocation\":{\"Latitude\":-33.9,\"Longitude\":18.4}}"));
  }

  @Test
  void whatGetsNoAnswerIsAskedAgainUnderTheSameKey() {
    api.thenNothing().then(503, Map.of("Retry-After", "5"), "{}").then(202, REQUESTED);

    Run run = terminal.run("request", "1,1", "--api", api.url() + "/");

    assertThat(run.exit()).isZero();
    assertThat(api.asked)
        .hasSize(3)
        .allMatch(asked -> asked.key().equals(api.asked.getFirst().key()));
    assertThat(api.asked.getFirst().key()).hasSize(36);
    assertThat(terminal.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(5));
  }

  @Test
  void twoRequestsHaveTwoKeys() {
    api.then(202, REQUESTED).then(202, REQUESTED);

    terminal.run("request", "1,1", "--api", api.url());
    terminal.run("request", "1,1", "--api", api.url());

    assertThat(api.asked).extracting(FakeApi.Asked::key).doesNotHaveDuplicates();
  }

  @Test
  void theTokenOfTheEnvironmentIsUsedUnlessAnotherIsNamed() {
    api.then(202, REQUESTED).then(202, REQUESTED);

    terminal.run("request", "1,1", "--api", api.url());
    terminal.run("request", "1,1", "--api", api.url(), "--token", "d.e.f");

    assertThat(api.asked)
        .extracting(FakeApi.Asked::authorization)
        .containsExactly("Bearer a.b.c", "Bearer d.e.f");
  }

  @Test
  void waitingGoesOnAsTheApiAsksUntilTheOutcome() {
    api.then(202, REQUESTED)
        .then(200, Map.of("Retry-After", "1"), REQUESTED)
        .then(200, Map.of("Retry-After", "7"), REQUESTED)
        .then(200, ASSIGNED);

    Run run = terminal.run("request", "-33.9,18.4", "--wait", "--api", api.url());

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "Ride "
                    + ID
                    + " is requested.\n"
                    + "Nyota (Silver, Female) is on its way: 31 seconds, 612 m.\n",
                ""));
    assertThat(terminal.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
    assertThat(api.asked.getLast().line()).isEqualTo("GET /ride/" + ID);
  }

  @Test
  void theApiIsLetToWaitForTheOutcome() {
    api.then(202, REQUESTED)
        .then(200, Map.of("Retry-After", "1"), REQUESTED)
        .then(200, Map.of("Retry-After", "9", "Preference-Applied", "wait=20"), REQUESTED)
        .then(200, ASSIGNED);

    Run run = terminal.run("request", "1,1", "--wait", "--timeout", "25s", "--api", api.url());

    assertThat(run.exit()).isZero();
    assertThat(api.asked)
        .extracting(FakeApi.Asked::prefer)
        .containsExactly("", "", "wait=20", "wait=20");
    assertThat(terminal.pauses).containsExactly(Duration.ofSeconds(1), Duration.ZERO);
  }

  @Test
  void eachOutcomeHasItsExitCode() {
    api.then(200, ASSIGNED).then(200, UNASSIGNED).then(200, FAILED);

    assertThat(List.of(watch(), watch(), watch())).containsExactly(0, 7, 8);
  }

  @Test
  void patienceEndsAtTheDeadline() {
    for (int i = 0; i < 10; i++) {
      api.then(200, Map.of("Retry-After", "1"), REQUESTED);
    }

    Run run = terminal.run("status", ID, "--watch", "--timeout", "3s", "--api", api.url());

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("Ride " + ID + " has no outcome yet.");
    assertThat(api.asked).hasSize(3);
  }

  @Test
  void aStatusShowsAllThereIsToKnow() {
    api.then(200, ASSIGNED);

    Run run = terminal.run("status", ID, "--api", api.url());

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                Ride       %s
                Rider      alice
                Pickup     -33.9,18.4
                Requested  2026-03-01T12:00:00Z
                Dispatched 2026-03-01T12:00:12.500Z   after 12 s
                Assigned   2026-03-01T12:00:12.514Z   after 14 ms
                Recorded   2026-03-01T12:00:12.600Z   after 86 ms
                Status     ASSIGNED
                Nyota (Silver, Female) is on its way: 31 seconds, 612 m.
                """
                    .formatted(ID),
                ""));
  }

  @Test
  void scriptsGetTheBodyAsItCame() {
    api.then(202, REQUESTED).then(200, ASSIGNED);

    Run run = terminal.run("request", "1,1", "--wait", "--json", "--api", api.url());

    assertThat(run).isEqualTo(new Run(0, ASSIGNED + "\n", ""));
  }

  @Test
  void aRefusalIsToldInTheApisOwnWords() {
    String problem =
        """
        {"type":"invalid-ride","title":"The ride cannot be requested like this","status":422,\
        "detail":"Mend these fields.","requestId":"r-1",\
        "errors":[{"pointer":"/PickupLocation/Latitude","detail":"must be at most 90"}]}\
        """;
    api.then(422, problem);

    Run run = terminal.run("request", "1,1", "--json", "--api", api.url());

    assertThat(run)
        .isEqualTo(
            new Run(
                4,
                problem + "\n",
                "The ride cannot be requested like this. Mend these fields."
                    + " /PickupLocation/Latitude must be at most 90.\nRequest r-1\n"));
  }

  @Test
  void unknownRidesAndForeignTokensHaveTheirExitCodes() {
    api.then(404, "{}").then(401, "{}").then(503, Map.of("Retry-After", "60"), "{}");

    assertThat(terminal.run("status", ID, "--api", api.url()).exit()).isEqualTo(3);
    assertThat(terminal.run("status", ID, "--api", api.url()).exit()).isEqualTo(6);
    assertThat(terminal.run("status", ID, "--api", api.url(), "--timeout", "30s").exit())
        .isEqualTo(5);
    assertThat(terminal.run("status", "nonsense", "--api", api.url()).exit()).isEqualTo(3);
  }

  @Test
  void anotherServersPageIsNoRide() {
    api.then(200, "<html>\u001b[2J</html>").then(500, "<html>");

    assertThat(terminal.run("status", ID, "--api", api.url()).err()).contains("Check --api");
    assertThat(terminal.run("status", ID, "--api", api.url()).exit()).isEqualTo(1);
  }

  @Test
  void whereNobodyListensTheMessageSaysWhatToStart() {
    String url = api.url();
    api.close();

    Run run = terminal.run("request", "1,1", "--api", url);

    assertThat(run)
        .isEqualTo(
            new Run(
                5,
                "",
                "Nothing answers at "
                    + url
                    + ".\nStart it with ./rides local, or name another with --api.\n"));
  }

  private int watch() {
    return terminal.run("status", ID, "--watch", "--api", api.url()).exit();
  }
}
