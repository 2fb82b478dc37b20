package wildrydes.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** What one ride is billed for: DynamoDB's units, and how much of the calls a batch shares. */
class UnitsPerRideIT {

  /** SQS bills each 64 KB as a request of its own. */
  private static final int BILLED_BYTES = 65_536;

  private static final List<Class<? extends SdkRequest>> WRITES =
      List.of(PutItemRequest.class, UpdateItemRequest.class);

  private static final List<Class<? extends SdkRequest>> READS =
      List.of(BatchGetItemRequest.class, QueryRequest.class, GetItemRequest.class);

  private final TestFunction api = new TestFunction("RequestApiFunction", Map.of());
  private final TestFunction dispatcher = new TestFunction("DispatcherFunction", Map.of());
  private final TestFunction recorder = new TestFunction("RecorderFunction", Map.of());

  @Test
  void aRideTakesThreeWriteUnitsEvenWithTheLongestNames() throws Exception {
    // Cognito's longest, and the longest that the fleet commands take.
    String rider = "r".repeat(128);
    var rides = new TestRides();
    rides.addUnicorn("u".repeat(100));
    CallLog.clear();

    RideId ride = accepted(rides, rider);
    assertThat(dispatcher.batch(1, bodies(rides.take("RideRequestQueue", ride)))).isEmpty();
    assertThat(recorder.batch(1, bodies(rides.take("RideOutcomeQueue", ride)))).isEmpty();

    assertThat(CallLog.units(WRITES)).isEqualTo(3);
    // A strongly consistent look at the ride, and half a unit for the cell.
    assertThat(CallLog.units(READS)).isEqualTo(1.5);
  }

  @Test
  void aLookAtARideIsOneReadUnit() throws Exception {
    var rides = new TestRides();
    RideId ride = accepted(rides, "alice");
    CallLog.clear();

    api.answer(event("GET", "/ride/" + ride.value(), "alice", "null"));

    assertThat(CallLog.requests(SdkRequest.class)).hasSize(1);
    assertThat(CallLog.units(READS)).isEqualTo(1);
    assertThat(rides.take("RideRequestQueue", ride)).hasSize(1);
  }

  @Test
  void tenRidesShareTheLookUpTheSendAndTheMetricCall() {
    List<TestRides> cities = Stream.generate(TestRides::new).limit(10).toList();
    cities.forEach(city -> city.addUnicorn("Near"));
    List<RideRequested> rides = cities.stream().map(TestRides::stored).toList();
    CallLog.clear();

    assertThat(dispatcher.batch(1, rides.stream().map(TestRides::body).toList())).isEmpty();

    assertThat(calls())
        .isEqualTo(
            Map.of(
                "BatchGetItemRequest", 1L,
                "QueryRequest", 10L,
                "UpdateItemRequest", 10L,
                "SendMessageBatchRequest", 1L));

    List<String> outcomes = rides.stream().map(ride -> TestRides.assignment(ride, "Near")).toList();
    CallLog.clear();

    assertThat(recorder.batch(1, outcomes)).isEmpty();

    assertThat(calls()).isEqualTo(Map.of("UpdateItemRequest", 10L, "PutMetricDataRequest", 1L));
    assertThat(String.join("", outcomes).length())
        .as("what ten outcomes are together")
        .isLessThan(BILLED_BYTES);
  }

  private RideId accepted(TestRides rides, String rider) throws Exception {
    var place = rides.here();
    String body =
        "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}"
            .formatted(place.latitude(), place.longitude());
    var answer =
        api.answer(event("POST", "/ride", rider, new JsonMapper().writeValueAsString(body)));
    return new RideId(
        new JsonMapper().readTree(answer.get("body").textValue()).get("RideId").textValue());
  }

  private static JsonNode event(String method, String path, String rider, String body)
      throws Exception {
    return new JsonMapper()
        .readTree(
            """
            {"httpMethod": "%s", "path": "%s",
             "headers": {"Content-Type": "application/json"},
             "requestContext": {"authorizer": {"claims": {"username": "%s"}}},
             "body": %s}
            """
                .formatted(method, path, rider, body));
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static Map<String, Long> calls() {
    return CallLog.requests(SdkRequest.class).stream()
        .collect(groupingBy(request -> request.getClass().getSimpleName(), counting()));
  }
}
