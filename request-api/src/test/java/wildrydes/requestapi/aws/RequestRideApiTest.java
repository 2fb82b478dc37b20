package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;

/** What it takes to request a ride. */
class RequestRideApiTest extends ApiTest {

  @Test
  void aRideIsAcceptedAndSaysWhereToLook() throws Exception {
    var response = post(SEATTLE);

    JsonNode body = json.readTree(response.getBody());
    String id = body.get("RideId").textValue();
    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getHeaders())
        .containsEntry("Location", "/ride/" + id)
        .containsEntry("Retry-After", "1")
        .containsEntry("Content-Type", "application/json");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"RideId":"%s","Status":"REQUESTED","Rider":"alice",\
            "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},\
            "RequestTime":"2026-01-02T03:04:05.678Z"}"""
                .formatted(id));
    assertThat(rides.find(new RideId(id))).isPresent();
  }
}
