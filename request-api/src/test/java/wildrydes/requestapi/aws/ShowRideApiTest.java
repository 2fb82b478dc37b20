package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.messages.Stage.Name.ASSIGNED;
import static wildrydes.messages.Stage.Name.DISPATCHED;
import static wildrydes.messages.Stage.Name.RECORDED;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride.Status;

/** What riders see of their rides. */
class ShowRideApiTest extends ApiTest {

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
}
