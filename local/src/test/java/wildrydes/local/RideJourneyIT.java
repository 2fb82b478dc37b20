package wildrydes.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** Rides through the whole pipeline, over HTTP, as riders and operators see them. */
class RideJourneyIT {

  private static final LocalPipeline PIPELINE = SharedPipeline.get();

  private final City city = City.somewhere(PIPELINE);
  private final Rider alice = rider("alice");

  @Test
  void aRiderGetsTheNearestUnicorn() {
    city.add("Far", 0.03);
    city.add("Near", 0.01);

    JsonNode ride = alice.awaitStatus(alice.request(city.center()), "ASSIGNED");

    assertThat(ride.at("/Unicorn/Name").textValue()).isEqualTo("Near");
    assertThat(ride.get("UnicornName").textValue()).isEqualTo("Near");
    assertThat(ride.get("Rider").textValue()).isEqualTo("alice");
    // 1,112 meters at 20 meters a second.
    assertThat(ride.get("Eta").textValue()).isEqualTo("56 seconds");
    assertThat(ride.get("EtaSeconds").intValue()).isEqualTo(56);
    assertThat(ride.get("Timeline").findValuesAsText("Stage"))
        .containsExactly("REQUESTED", "DISPATCHED", "ASSIGNED", "RECORDED");
    assertThat(ride.get("Timeline").findValuesAsText("Time"))
        .map(Instant::parse)
        .isSorted()
        .first()
        .hasToString(ride.get("RequestTime").textValue());
  }

  @Test
  void theAnswerSaysWhereToLookAndWhen() {
    city.add("Near", 0.01);

    HttpResponse<String> response = alice.post(Rider.body(city.center()));

    String id = Rider.json(response).get("RideId").textValue();
    assertThat(response.headers().firstValue("Location")).contains("/ride/" + id);
    // As long as rides took lately.
    assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 20);
    assertThat(RideId.parse(id)).isPresent();
  }

  @Test
  void whoWaitsIsAnsweredWithTheUnicorn() {
    city.add("Near", 0.01);
    city.add("Other", 0.02);

    HttpResponse<String> answer = alice.post(Rider.body(city.center()), "Prefer", "wait=20");

    JsonNode ride = Rider.json(answer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=20");
    assertThat(ride.get("UnicornName").textValue()).isEqualTo("Near");
    assertThat(alice.get(ride.get("RideId").textValue()).body()).isEqualTo(answer.body());
  }

  @Test
  void aLookCanWaitForTheOutcome() {
    city.add("Near", 0.01);
    String id = alice.request(city.center());

    HttpResponse<String> answer = Rider.send(alice.to("/ride/" + id).header("Prefer", "wait=20"));

    assertThat(Rider.json(answer).get("Status").textValue()).isEqualTo("ASSIGNED");
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void oneKeyIsOneRideHoweverOftenItIsSent() throws Exception {
    city.add("Near", 0.01);
    city.add("Other", 0.02);
    String key = UUID.randomUUID().toString();
    List<String> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> post =
          () -> alice.post(Rider.body(city.center()), "Idempotency-Key", key).body();
      for (var answer :
          threads.invokeAll(List.of(post, post, post, post, post, post, post, post))) {
        answers.add(answer.get());
      }
    }

    assertThat(answers)
        .map(a -> a.replaceAll("\"Status\":\"\\w+\"", ""))
        .containsOnly(answers.getFirst().replaceAll("\"Status\":\"\\w+\"", ""));
    String id = answers.getFirst().replaceAll(".*\"RideId\":\"([^\"]+)\".*", "$1");
    alice.awaitStatus(id, "ASSIGNED");
    await().atMost(Duration.ofSeconds(20)).until(RideJourneyIT::queuesAreEmpty);
    assertThat(unicornsServing(id)).hasSize(1);
  }

  @Test
  void aDuplicatedRequestChangesNothing() {
    city.add("Near", 0.01);
    city.add("Other", 0.02);
    String id = alice.request(city.center());
    String before = alice.awaitStatus(id, "ASSIGNED").toString();

    send("RideRequestQueue", request(id));
    await().atMost(Duration.ofSeconds(20)).until(RideJourneyIT::queuesAreEmpty);

    assertThat(alice.get(id).body()).isEqualTo(before);
    assertThat(unicornsServing(id)).hasSize(1);
  }

  @Test
  void poisonGoesToTheDeadLettersAndTouchesNoNeighbour() {
    List<String> rides = new ArrayList<>();
    String poison = "{\"Type\":\"RideDreamt\",\"Of\":\"" + UUID.randomUUID() + "\"}";
    for (int i = 0; i < 5; i++) {
      city.add("Unicorn " + i, 0.01 * i);
      send("RideRequestQueue", poison);
      rides.add(alice.request(city.center()));
    }

    rides.forEach(id -> alice.awaitStatus(id, "ASSIGNED"));

    List<Message> dead = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              dead.addAll(receive("RideRequestDeadLetterQueue", poison));
              return dead.size() >= 5;
            });
    assertThat(dead)
        .hasSize(5)
        .allSatisfy(
            message -> {
              assertThat(message.body()).isEqualTo(poison);
              assertThat(attribute(message, "Reason")).isEqualTo("unreadable-message");
              assertThat(attribute(message, "Detail")).isEqualTo("unknown Type");
            });
  }

  @Test
  void anUnreadableRequestThatNamesItsRideMakesItFail() {
    String id = storedButNotSent();

    send("RideRequestQueue", request(id).replace("\"Version\":1", "\"Version\":99"));

    JsonNode ride = alice.awaitStatus(id, "FAILED");
    assertThat(ride.get("FailureReason").textValue()).isEqualTo("the request could not be read");
  }

  @Test
  void unreadableOutcomesGoToTheirDeadLetters() {
    String poison = "not JSON " + UUID.randomUUID();

    send("RideOutcomeQueue", poison);

    List<Message> dead = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> dead.addAll(receive("RideOutcomeDeadLetterQueue", poison)));
    assertThat(attribute(dead.getFirst(), "Reason")).isEqualTo("unreadable-message");
  }

  @Test
  void anotherRidersRideLooksAbsent() {
    city.add("Near", 0.01);
    String id = alice.request(city.center());

    HttpResponse<String> others = rider("bob").get(id);
    HttpResponse<String> absent = rider("bob").get("AAAAAAAAAAAAAAAAAAAAAA");

    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(withoutRequestId(others)).isEqualTo(withoutRequestId(absent));
  }

  @Test
  void twoHundredRidesOfTwentyRidersAllReachOneOutcomeAndShareNoUnicorn() throws Exception {
    for (int i = 0; i < 220; i++) {
      city.add("Unicorn " + i, 0.0002 * i);
    }
    Map<String, Rider> rides = new HashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Map.Entry<String, Rider>>> requests = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Rider rider = rider("rider-" + i % 20);
        requests.add(() -> Map.entry(rider.request(city.center()), rider));
      }
      for (var request : threads.invokeAll(requests)) {
        rides.put(request.get().getKey(), request.get().getValue());
      }
    }

    List<String> unicorns = new ArrayList<>();
    rides.forEach(
        (id, rider) ->
            unicorns.add(rider.awaitStatus(id, "ASSIGNED").get("UnicornName").textValue()));

    assertThat(unicorns).hasSize(200).doesNotHaveDuplicates();
  }

  /** A ride as it stands when the API has died between its two writes. */
  private static String storedButNotSent() {
    byte[] bytes = new byte[16];
    new Random().nextBytes(bytes);
    String id = RideId.of(bytes).value();
    Map<String, AttributeValue> ride =
        Map.of(
            "RideId", AttributeValue.fromS(id),
            "User", AttributeValue.fromS("alice"),
            "Status", AttributeValue.fromS("REQUESTED"),
            "PickupLocation",
                AttributeValue.fromM(
                    Map.of(
                        "Latitude", AttributeValue.fromN("0"),
                        "Longitude", AttributeValue.fromN("0"))),
            "RequestTime", AttributeValue.fromS(Instant.now().toString()),
            "ExpiresAt", AttributeValue.fromN("9999999999"));
    PIPELINE
        .stack()
        .dynamoDb()
        .putItem(p -> p.tableName(PIPELINE.stack().tableName("RidesTable")).item(ride));
    return id;
  }

  private static Rider rider(String name) {
    return new Rider(PIPELINE.endpoints().api(), name);
  }

  private String request(String id) {
    return new MessageCodec()
        .write(new RideRequested(new RideId(id), "alice", city.center(), Instant.now()));
  }

  private static void send(String queue, String body) {
    PIPELINE
        .stack()
        .sqs()
        .sendMessage(s -> s.queueUrl(PIPELINE.stack().queueUrl(queue)).messageBody(body));
  }

  private static List<Message> receive(String queue, String body) {
    return PIPELINE
        .stack()
        .sqs()
        .receiveMessage(
            r ->
                r.queueUrl(PIPELINE.stack().queueUrl(queue))
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .messageAttributeNames("All"))
        .messages()
        .stream()
        .filter(message -> message.body().equals(body))
        .toList();
  }

  private static String attribute(Message message, String name) {
    return requireNonNull(message.messageAttributes().get(name)).stringValue();
  }

  private static boolean queuesAreEmpty() {
    return List.of("RideRequestQueue", "RideOutcomeQueue").stream()
        .map(queue -> PIPELINE.stack().queueUrl(queue))
        .allMatch(
            url ->
                PIPELINE
                    .stack()
                    .sqs()
                    .getQueueAttributes(g -> g.queueUrl(url).attributeNamesWithStrings("All"))
                    .attributesAsStrings()
                    .entrySet()
                    .stream()
                    .filter(a -> a.getKey().startsWith("ApproximateNumberOfMessages"))
                    .allMatch(a -> a.getValue().equals("0")));
  }

  private static List<String> unicornsServing(String rideId) {
    return PIPELINE
        .stack()
        .dynamoDb()
        .scanPaginator(s -> s.tableName(PIPELINE.stack().tableName("UnicornsTable")))
        .items()
        .stream()
        .filter(item -> AttributeValue.fromS(rideId).equals(item.get("RideId")))
        .map(item -> requireNonNull(item.get("Name")).s())
        .toList();
  }

  private static String withoutRequestId(HttpResponse<String> response) {
    String id = Rider.json(response).get("requestId").textValue();
    return response.body().replace(id, "");
  }
}
