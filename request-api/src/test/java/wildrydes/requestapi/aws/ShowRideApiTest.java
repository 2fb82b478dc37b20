package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.messages.Stage.Name.ASSIGNED;
import static wildrydes.messages.Stage.Name.DISPATCHED;
import static wildrydes.messages.Stage.Name.RECORDED;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride.Status;

/** What riders see of rides, and what looks absent. */
class ShowRideApiTest extends ApiTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /ride, 404, not-found",
    "PUT, /ride, 404, not-found",
    "POST, /ride/x, 404, not-found",
    "DELETE, /ride/AAAAAAAAAAAAAAAAAAAAAA, 404, not-found",
    "GET, /, 404, not-found",
    "GET, '', 404, not-found",
    "GET, /rides, 404, not-found",
    "GET, /ride/, 404, ride-not-found",
    "GET, /ride/AAAAAAAAAAAAAAAAAAAAAA/x, 404, ride-not-found",
  })
  void whatIsNoRouteIsRefused(String method, String path, int status, String type) {
    assertProblem(send(event -> event.withHttpMethod(method).withPath(path)), status, type);
  }

  @Test
  void anEventOfNothingIsRefused() {
    assertProblem(respond(new APIGatewayProxyRequestEvent()), 404, "not-found");
  }

  @Test
  void aRequestedRideIsShownAndWorthAskingForAgain() {
    put(new Status.Requested());

    var response = get("alice", RIDE.value());

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders()).containsEntry("Retry-After", "1");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"RideId":"AAAAAAAAAAAAAAAAAAAAAA","Status":"REQUESTED","Rider":"alice",\
            "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},\
            "RequestTime":"2026-01-02T03:04:05.678Z",\
            "Timeline":[{"Stage":"REQUESTED","Time":"2026-01-02T03:04:05.678Z"}]}""");
  }

  @Test
  void anAssignedRideShowsItsUnicorn() {
    put(
        new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 1234.5, 30),
        new Stage(DISPATCHED, NOW.plusMillis(40)),
        new Stage(ASSIGNED, NOW.plusMillis(52)),
        new Stage(RECORDED, NOW.plusMillis(90)));

    var response = get("alice", RIDE.value());

    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"RideId":"AAAAAAAAAAAAAAAAAAAAAA","Status":"ASSIGNED","Rider":"alice",\
            "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},\
            "RequestTime":"2026-01-02T03:04:05.678Z",\
            "Unicorn":{"Name":"Shadowfax","Color":"White","Gender":"Male"},\
            "UnicornName":"Shadowfax","Eta":"30 seconds","EtaSeconds":30,"PickupMeters":1235,\
            "Timeline":[{"Stage":"REQUESTED","Time":"2026-01-02T03:04:05.678Z"},\
            {"Stage":"DISPATCHED","Time":"2026-01-02T03:04:05.718Z"},\
            {"Stage":"ASSIGNED","Time":"2026-01-02T03:04:05.730Z"},\
            {"Stage":"RECORDED","Time":"2026-01-02T03:04:05.768Z"}]}""");
  }

  @Test
  void anUnservedRideSaysWhy() throws Exception {
    put(new Status.Unassigned());
    assertThat(json.readTree(get("alice", RIDE.value()).getBody()).get("Status").textValue())
        .isEqualTo("UNASSIGNED");

    put(new Status.Failed("retries exhausted"));
    JsonNode failed = json.readTree(get("alice", RIDE.value()).getBody());
    assertThat(failed.get("Status").textValue()).isEqualTo("FAILED");
    assertThat(failed.get("FailureReason").textValue()).isEqualTo("retries exhausted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAQ",
        "A",
        "%00",
        "../ride",
        "\u0000",
        "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠A",
      })
  void whatIsNotTheRidersLooksAbsentByteForByte(String id) {
    put(new Status.Requested());
    var others = get("bob", RIDE.value());

    var response = get("bob", id);

    assertProblem(response, 404, "ride-not-found");
    assertThat(response.getBody()).isEqualTo(others.getBody());
    assertThat(response.getHeaders()).isEqualTo(others.getHeaders());
    assertThat(get("bob", "A".repeat(10_000)).getBody()).isEqualTo(others.getBody());
  }
}
