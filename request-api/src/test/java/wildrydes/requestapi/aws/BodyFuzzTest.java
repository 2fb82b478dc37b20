package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Any body at all. The files of the corpus are bodies as clients send them. */
class BodyFuzzTest {

  /** Reads less strictly: only what an accepted body says matters. */
  private final JsonMapper json = new JsonMapper();

  @FuzzTest
  void text(byte[] sent) {
    String body = new String(sent, UTF_8);

    var response = FuzzedApi.answer(event -> event.withBody(body));

    assertThat(response.getStatusCode()).isIn(202, 400, 413, 422);
    assertThat(response.getStatusCode() == 413).isEqualTo(body.getBytes(UTF_8).length > 8 * 1024);
    checkPlace(response, body);
  }

  @FuzzTest
  void bytes(byte[] sent) {
    String base64 = ApiTest.encode(sent);

    var response = FuzzedApi.answer(event -> event.withBody(base64).withIsBase64Encoded(true));

    assertThat(response.getStatusCode()).isIn(202, 400, 413, 422);
    assertThat(response.getStatusCode() == 413).isEqualTo(sent.length > 8 * 1024);
    checkPlace(response, new String(sent, UTF_8));
  }

  @FuzzTest
  void base64(byte[] sent) {
    String body = new String(sent, UTF_8);

    var response = FuzzedApi.answer(event -> event.withBody(body).withIsBase64Encoded(true));

    assertThat(response.getStatusCode()).isIn(202, 400, 413, 422);
  }

  /** What was accepted is the place that was sent, and on Earth. */
  private void checkPlace(APIGatewayProxyResponseEvent response, String body) {
    if (response.getStatusCode() != 202) {
      return;
    }
    try {
      JsonNode sent = json.readTree(body).get("PickupLocation");
      JsonNode kept = json.readTree(response.getBody()).get("PickupLocation");
      checkDegrees(sent.get("Latitude"), kept.get("Latitude"), 90);
      checkDegrees(sent.get("Longitude"), kept.get("Longitude"), 180);
    } catch (JsonProcessingException e) {
      throw new AssertionError("accepted, but no JSON", e);
    }
  }

  private static void checkDegrees(JsonNode sent, JsonNode kept, int limit) {
    assertThat(sent.isNumber()).isTrue();
    assertThat(kept.doubleValue()).isBetween(-1.0 * limit, 1.0 * limit);
    if (kept.doubleValue() == 0) {
      assertThat(Math.abs(sent.doubleValue())).isLessThan(1e-100);
    } else {
      assertThat(kept.doubleValue()).isEqualTo(sent.doubleValue());
    }
  }
}
