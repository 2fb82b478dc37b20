package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideRequested;

/** The real functions while a service they need is away, deaf or full of poison. */
class FunctionsInTroubleIT {

  private final TestRides rides = new TestRides();
  private final MessageCodec codec = new MessageCodec();

  @Test
  void whileItsServicesAreAwayTheApiSaysSoAndPromisesNothing() throws IOException {
    for (String service : List.of("DYNAMODB", "SQS")) {
      var api = new TestFunction("RequestApiFunction", Map.of(service, DeafServer.nobodyAt()));

      JsonNode answer = api.answer(postRide());

      assertThat(answer.get("statusCode").intValue()).isEqualTo(503);
      assertThat(answer.at("/headers/Retry-After").asInt()).isPositive();
      assertThat(answer.get("body").textValue()).contains("\"type\":\"unavailable\"");
    }
  }

  @Test
  void anApiWhoseServiceIsDeafAnswersInTime() throws IOException {
    try (var deaf = new DeafServer()) {
      var api = new TestFunction("RequestApiFunction", Map.of("DYNAMODB", deaf.url()));

      assertThat(api.answer(postRide()).get("statusCode").intValue()).isEqualTo(503);
    }
  }

  @Test
  void requestsComeBackWhileTheTablesAreAway() {
    List<String> bodies = bodies(3);
    var dispatcher = new TestFunction("DispatcherFunction", awayFrom("DYNAMODB"));

    assertThat(dispatcher.batch(1, bodies)).isEqualTo(TestFunction.all(3));
  }

  @Test
  void aRequestThatFailsForTheLastTimeTellsItsRide() throws Exception {
    RideRequested ride = rides.stored();
    var dispatcher = new TestFunction("DispatcherFunction", awayFrom("DYNAMODB"));

    assertThat(dispatcher.batch(5, List.of(TestRides.body(ride)))).containsExactly("0");

    List<Message> outcomes = rides.take("RideOutcomeQueue", ride.rideId());
    assertThat(outcomes).hasSize(1);
    assertThat(codec.readOutcome(outcomes.getFirst().body()))
        .isInstanceOf(RideFailed.class)
        .extracting("failureReason")
        .isEqualTo("retries exhausted");
  }

  @Test
  void aDispatcherWhoseTableIsDeafStopsBeforeItsDeadline() {
    try (var deaf = new DeafServer()) {
      var dispatcher = new TestFunction("DispatcherFunction", Map.of("DYNAMODB", deaf.url()));

      // An answer at all, and not the time-out that would bring back the whole batch.
      assertThat(dispatcher.batch(1, bodies(10))).isEqualTo(TestFunction.all(10));
    }
  }

  @Test
  void anAssignmentThatCannotBeSentIsNotAcknowledgedAndGoesOnWithItsClaim() throws Exception {
    rides.addUnicorn("First");
    rides.addUnicorn("Second");
    RideRequested ride = rides.stored();
    var cutOff = new TestFunction("DispatcherFunction", awayFrom("SQS"));
    var dispatcher = new TestFunction("DispatcherFunction", Map.of());

    assertThat(cutOff.batch(1, List.of(TestRides.body(ride)))).containsExactly("0");
    assertThat(dispatcher.batch(2, List.of(TestRides.body(ride)))).isEmpty();
    assertThat(dispatcher.batch(3, List.of(TestRides.body(ride)))).isEmpty();

    List<Message> outcomes = rides.take("RideOutcomeQueue", ride.rideId());
    List<String> unicorns = new ArrayList<>();
    for (Message outcome : outcomes) {
      unicorns.add(((RideAssigned) codec.readOutcome(outcome.body())).unicorn().name());
    }
    assertThat(unicorns).containsExactly("First", "First");
  }

  @Test
  void poisonIsPutAsideWithItsReasonAndItsNeighboursAreWorked() {
    rides.addUnicorn("Alone");
    RideRequested ride = rides.stored();
    RideRequested poisoned = rides.stored();
    String poison = TestRides.body(poisoned).replace("\"Version\":1", "\"Version\":2");
    var dispatcher = new TestFunction("DispatcherFunction", Map.of());

    assertThat(dispatcher.batch(1, List.of(poison, TestRides.body(ride)))).isEmpty();

    List<Message> dead = rides.take("RideRequestDeadLetterQueue", poisoned.rideId());
    assertThat(dead).hasSize(1);
    assertThat(dead.getFirst().body()).isEqualTo(poison);
    assertThat(TestRides.attribute(dead.getFirst(), "Reason")).contains("unreadable-message");
    assertThat(TestRides.attribute(dead.getFirst(), "Detail"))
        .contains("unknown Version of RideRequested");
    assertThat(rides.take("RideOutcomeQueue", ride.rideId())).hasSize(1);
  }

  @Test
  void aBatchOfOutcomesIsCountedWithOneCallAndOnlyOnce() {
    List<String> bodies =
        IntStream.range(0, 10)
            .mapToObj(i -> TestRides.assignment(rides.stored(), "Unicorn " + i))
            .toList();
    var recorder = new TestFunction("RecorderFunction", Map.of());
    CallLog.clear();

    assertThat(recorder.batch(1, bodies)).isEmpty();
    assertThat(recorder.batch(2, bodies)).isEmpty();

    List<PutMetricDataRequest> puts = CallLog.requests(PutMetricDataRequest.class);
    assertThat(puts).hasSize(1);
    assertThat(puts.getFirst().metricData())
        .extracting(MetricDatum::metricName)
        .containsExactly("Eta", "PickupDistance", "RidesAssigned", "TimeToAssign");
    assertThat(puts.getFirst().metricData())
        .allSatisfy(
            datum ->
                assertThat(datum.counts().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(10));
  }

  @Test
  void noTroubleWithCloudWatchEverTouchesARide() {
    try (var deaf = new DeafServer()) {
      for (String endpoint : List.of(DeafServer.nobodyAt(), deaf.url())) {
        RideRequested ride = rides.stored();
        var recorder = new TestFunction("RecorderFunction", Map.of("CLOUDWATCH", endpoint));
        CallLog.clear();

        assertThat(recorder.batch(1, List.of(TestRides.assignment(ride, "Shadowfax")))).isEmpty();

        assertThat(rides.statusOf(ride)).isEqualTo("ASSIGNED");
        assertThat(CallLog.requests(PutMetricDataRequest.class)).hasSize(1);
      }
    }
  }

  @Test
  void outcomesComeBackWhileTheTableIsAway() {
    String body = TestRides.assignment(rides.stored(), "Shadowfax");
    var recorder = new TestFunction("RecorderFunction", awayFrom("DYNAMODB"));
    CallLog.clear();

    assertThat(recorder.batch(1, List.of(body))).containsExactly("0");

    assertThat(CallLog.requests(PutMetricDataRequest.class)).isEmpty();
  }

  @Test
  void aRideWhoseOutcomeCannotBeReadIsToldAndSavedByAReplay() {
    RideRequested ride = rides.stored();
    String readable = TestRides.assignment(ride, "Shadowfax");
    String unreadable = readable.replace("\"Version\":1", "\"Version\":2");
    var recorder = new TestFunction("RecorderFunction", Map.of());

    assertThat(recorder.batch(1, List.of(unreadable))).isEmpty();
    assertThat(rides.statusOf(ride)).isEqualTo("FAILED");
    assertThat(rides.take("RideOutcomeDeadLetterQueue", ride.rideId())).hasSize(1);

    assertThat(recorder.batch(1, List.of(readable))).isEmpty();
    assertThat(rides.statusOf(ride)).isEqualTo("ASSIGNED");
    assertThat(recorder.batch(1, List.of(unreadable))).isEmpty();
    assertThat(rides.statusOf(ride)).isEqualTo("ASSIGNED");
  }

  @Test
  void anAbsurdTimeIsPutAsideBeforeAnythingIsReckonedFromIt() {
    RideRequested ride = rides.stored();
    String absurd =
        TestRides.assignment(ride, "Shadowfax")
            .replaceFirst(
                "\"RequestTime\":\"[^\"]+\"", "\"RequestTime\":\"+1000000000-12-31T23:59:59Z\"");
    var recorder = new TestFunction("RecorderFunction", Map.of());

    assertThat(recorder.batch(1, List.of(absurd))).isEmpty();

    assertThat(rides.statusOf(ride)).isEqualTo("FAILED");
    assertThat(rides.take("RideOutcomeDeadLetterQueue", ride.rideId()))
        .singleElement()
        .satisfies(
            dead -> assertThat(TestRides.attribute(dead, "Reason")).contains("unreadable-message"));
  }

  @Test
  void anOutcomeOfNoRideIsPutAsideWithItsReason() {
    RideRequested unknown =
        new RideRequested(
            new RideId("AAAAAAAAAAAAAAAAAAAAAQ"), "alice", new Location(0, 0), Instant.EPOCH);
    var recorder = new TestFunction("RecorderFunction", Map.of());

    assertThat(recorder.batch(1, List.of(TestRides.assignment(unknown, "Shadowfax")))).isEmpty();

    List<Message> dead = rides.take("RideOutcomeDeadLetterQueue", unknown.rideId());
    assertThat(dead).hasSize(1);
    assertThat(TestRides.attribute(dead.getFirst(), "Reason")).contains("no-such-ride");
  }

  private List<String> bodies(int count) {
    return IntStream.range(0, count).mapToObj(_ -> TestRides.body(rides.stored())).toList();
  }

  private static Map<String, String> awayFrom(String service) {
    return Map.of(service, DeafServer.nobodyAt());
  }

  private static JsonNode postRide() throws IOException {
    return new JsonMapper()
        .readTree(
            """
            {"httpMethod": "POST", "path": "/ride", "headers": {"Content-Type": "application/json"},
             "requestContext": {"authorizer": {"claims": {"username": "alice"}}},
             "body": "{\\"PickupLocation\\":{\\"Latitude\\":47.6,\\"Longitude\\":-122.3}}"}
            """);
  }
}
