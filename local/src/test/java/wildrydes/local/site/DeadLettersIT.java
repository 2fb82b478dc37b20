package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.local.ChangedTemplate;
import wildrydes.local.City;
import wildrydes.local.LocalPipeline;
import wildrydes.local.LocalSettings;
import wildrydes.local.Rider;
import wildrydes.local.StrandedRides;

/** Dead letters, as the page asks for them. */
class DeadLettersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String LETTERS = "/_local/dead-letters";
  private static final String REPLAY = LETTERS + "/replay";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // Started before the first test.
  private static LocalPipeline pipeline;

  private final City city = City.somewhere(pipeline);
  private final Rider alice = new Rider(pipeline.endpoints().api(), "alice");

  @BeforeAll
  static void start() throws IOException {
    Path template = ChangedTemplate.impatient(folder);
    pipeline =
        LocalPipeline.start(
            LocalSettings.inMemory(template).withAudit(folder.resolve("audit.jsonl")));
  }

  @AfterAll
  static void stop() {
    pipeline.close();
  }

  @BeforeEach
  void nothingIsLeft() throws IOException {
    pipeline.stack().sqs().purgeQueue(p -> p.queueUrl(deadLetterQueue()));
    Files.deleteIfExists(folder.resolve("audit.jsonl"));
  }

  @Test
  void aLookTellsThemByCauseAndShowsNoPlaces() throws Exception {
    putUnreadable("PickupLocation.Latitude: 47.6123 is a text");

    JsonNode listing = json(get(LETTERS), 200);

    JsonNode cause = listing.at("/Queues/0/Causes/0");
    assertThat(cause.path("Cause").asText()).isEqualTo("unreadable-message");
    assertThat(cause.path("Count").asInt()).isEqualTo(1);
    assertThat(cause.at("/Examples/0/Detail").asText()).startsWith("PickupLocation.Latitude: ");
    assertThat(listing.toString()).doesNotContain("47.6", "-122.3");
    assertThat(visible()).isEqualTo(1);
  }

  @Test
  void aDryRunMovesNothing() throws Exception {
    String ride = putFailedRide();
    putUnreadable("it is no JSON");

    JsonNode plan = json(order("{\"execute\":false}", "Origin", origin()), 200);

    assertThat(plan.path("Replayable").findValuesAsText("RideId")).containsExactly(ride);
    assertThat(plan.path("Refused").findValuesAsText("Judgement")).containsExactly("UNREADABLE");
    assertThat(plan.path("Words").asText())
        .startsWith("1 message would be replayed.")
        .contains("./rides dlq edit")
        .doesNotContain("--execute");
    assertThat(visible()).isEqualTo(2);
    assertThat(alice.awaitStatus(ride, "FAILED")).isNotNull();
    assertThat(folder.resolve("audit.jsonl")).doesNotExist();
  }

  @Test
  void executedItSavesTheRideAndWritesItDown() throws Exception {
    String ride = StrandedRides.at(city, 1).iterator().next();
    putUnreadable("it is no JSON");
    city.add("Unicorn of " + ride, 0.001);

    json(order("{\"queue\":\"requests\",\"execute\":true}"), 202);
    JsonNode course = awaitEnd();

    assertThat(course.at("/Report/Words").asText()).startsWith("1 replayed: 1 assigned.");
    assertThat(course.path("Assigned").asInt()).isEqualTo(1);
    alice.awaitStatus(ride, "ASSIGNED");
    assertThat(visible()).isEqualTo(1);
    List<String> audit = Files.readAllLines(folder.resolve("audit.jsonl"));
    assertThat(audit).hasSize(3).allMatch(line -> line.contains(ride) && line.contains("@"));
  }

  @Test
  void anotherCauseStaysWhereItIs() throws Exception {
    putFailedRide();

    json(order("{\"reason\":\"another cause\",\"execute\":true}"), 202);

    assertThat(awaitEnd().at("/Report/Words").asText()).isEqualTo("0 replayed.");
    assertThat(visible()).isEqualTo(1);
  }

  @Test
  void whileOneRunsAnotherIsRefusedUntilItIsStopped() throws Exception {
    // Nobody is near, so that the canary's outcome takes a while.
    putFailedRide();
    putFailedRide();
    json(order("{\"execute\":true}"), 202);
    awaitCourse(course -> course.path("Sent").asInt() == 1);

    assertThat(order("{\"execute\":true}").statusCode()).isEqualTo(409);
    assertThat(order("{}").statusCode()).isEqualTo(409);
    assertThat(json(get(LETTERS), 409).path("message").asText()).contains("under way");

    json(send(request(REPLAY).DELETE()), 200);
    assertThat(awaitEnd().at("/Report/Ending").asText()).isEqualTo("INTERRUPTED");
    assertThat(json(get(LETTERS), 200).at("/Queues/0/Count").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://rydes.example",
    "Origin, null",
    "Origin, http://127.0.0.1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Content-Type, text/plain"
  })
  void anotherSitesPageIsRefused(String header, String value) throws Exception {
    putUnreadable("it is no JSON");
    JsonNode before = json(get(REPLAY), 200);

    assertThat(order("{\"execute\":true}", header, value).statusCode()).isEqualTo(403);
    assertThat(json(get(REPLAY), 200)).isEqualTo(before);
    if (!header.equals("Content-Type")) {
      HttpResponse<String> look = send(request(LETTERS).setHeader(header, value));
      assertThat(look.statusCode()).isEqualTo(403);
      assertThat(look.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  private static JsonNode awaitEnd() {
    return awaitCourse(course -> course.path("State").asText().equals("ENDED"));
  }

  private static JsonNode awaitCourse(Predicate<JsonNode> wanted) {
    return await("the course of the replay")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> json(get(REPLAY), 200), wanted);
  }

  /** As if it had been dead-lettered, which takes seconds. */
  private String putFailedRide() {
    return FailedRide.put(pipeline, city.center(), "alice", "the fleet was away");
  }

  private static void putUnreadable(String detail) {
    pipeline
        .stack()
        .sqs()
        .sendMessage(
            s ->
                s.queueUrl(deadLetterQueue())
                    .messageBody("{\"Latitude\":47.6123,\"Longitude\":-122.3123")
                    .messageAttributes(
                        Map.of(
                            "Reason", attribute("unreadable-message"),
                            "Detail", attribute(detail))));
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** How many anybody may receive: none is held any more. */
  private static int visible() {
    return Integer.parseInt(
        pipeline
            .stack()
            .sqs()
            .getQueueAttributes(
                g ->
                    g.queueUrl(deadLetterQueue())
                        .attributeNamesWithStrings("ApproximateNumberOfMessages"))
            .attributesAsStrings()
            .getOrDefault("ApproximateNumberOfMessages", "0"));
  }

  private static String deadLetterQueue() {
    return pipeline.stack().queueUrl("RideRequestDeadLetterQueue");
  }

  private static String origin() {
    return pipeline.endpoints().api().toString();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpResponse<String> order(String body, String... header) throws Exception {
    HttpRequest.Builder order =
        request(REPLAY)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(header.length == 0 ? order : order.setHeader(header[0], header[1]));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(pipeline.endpoints().api().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
