package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** What one ride asks of AWS, call by call: the README's section on cost stands on this. */
class CallsPerRideIT {

  private final TestRides rides = new TestRides();

  @Test
  void acceptingARideIsOneWriteAndOneSend() throws Exception {
    var api = new TestFunction("RequestApiFunction", Map.of());
    var event =
        new JsonMapper()
            .readTree(
                """
                {"httpMethod": "POST", "path": "/ride",
                 "headers": {"Content-Type": "application/json"},
                 "requestContext": {"authorizer": {"claims": {"username": "alice"}}},
                 "body": "{\\"PickupLocation\\":{\\"Latitude\\":-70.5,\\"Longitude\\":-10}}"}
                """);
    CallLog.clear();

    var answer = api.answer(event);

    assertThat(calls()).containsExactly("PutItemRequest", "SendMessageRequest");
    var accepted = new JsonMapper().readTree(answer.get("body").textValue());
    var ride = new RideId(accepted.get("RideId").textValue());
    assertThat(rides.take("RideRequestQueue", ride)).hasSize(1);
  }

  @Test
  void dispatchingARideIsOneLookUpOneQueryOneClaimAndOneSend() {
    rides.addUnicorn("Near");
    RideRequested ride = rides.stored();
    var dispatcher = new TestFunction("DispatcherFunction", Map.of());
    CallLog.clear();

    assertThat(dispatcher.batch(1, List.of(TestRides.body(ride)))).isEmpty();

    // Where the pickup lies near its cell's edge, the neighbours that could hold a nearer unicorn
    // are read as well; here the unicorn stands at the pickup itself.
    assertThat(calls())
        .containsExactly(
            "BatchGetItemRequest", "QueryRequest", "UpdateItemRequest", "SendMessageBatchRequest");
    List<Message> sent = rides.take("RideOutcomeQueue", ride.rideId());
    assertThat(sent).hasSize(1);
  }

  @Test
  void recordingARideIsOneWriteAndOneCount() {
    RideRequested ride = rides.stored();
    var recorder = new TestFunction("RecorderFunction", Map.of());
    CallLog.clear();

    assertThat(recorder.batch(1, List.of(TestRides.assignment(ride, "Near")))).isEmpty();

    assertThat(calls()).containsExactly("UpdateItemRequest", "PutMetricDataRequest");
  }

  private static List<String> calls() {
    return CallLog.requests(SdkRequest.class).stream()
        .map(request -> request.getClass().getSimpleName())
        .toList();
  }
}
