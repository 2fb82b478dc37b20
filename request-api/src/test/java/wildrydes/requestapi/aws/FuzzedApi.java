package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import wildrydes.messages.RideId;
import wildrydes.requestapi.Ride;

/** What holds for every answer of the API, whatever was sent; the fuzz tests send. */
final class FuzzedApi extends UnlimitedApiTest {

  /** Every refusal that there is, without its numbers: one that differs tells of its request. */
  private static final Set<String> REFUSALS = refusals();

  /**
   * Sends what {@code change} makes of alice's request to two APIs that know nothing, and checks
   * that they answer alike and in order.
   */
  static APIGatewayProxyResponseEvent answer(UnaryOperator<APIGatewayProxyRequestEvent> change) {
    var api = new FuzzedApi();
    var response = api.send(change);
    assertThat(new FuzzedApi().send(change)).isEqualTo(response);
    api.check(response);
    return response;
  }

  /** Checks the answer to any request that this API got. */
  void check(APIGatewayProxyResponseEvent response) {
    JsonNode body = bodyOf(response);
    switch (response.getStatusCode()) {
      case 200 -> assertThat(body.get("Timeline")).isNotEmpty();
      case 202 -> checkAccepted(response, body);
      default -> checkRefused(response, body);
    }
  }

  private void checkAccepted(APIGatewayProxyResponseEvent response, JsonNode body) {
    String id = body.get("RideId").textValue();
    assertThat(response.getHeaders())
        .containsEntry("Location", "/ride/" + id)
        .containsEntry("Content-Type", "application/json");
    Ride ride = rides.find(new RideId(id)).orElseThrow();
    assertThat(body.get("Rider").textValue()).isEqualTo(ride.rider());
    assertThat(body.at("/PickupLocation/Latitude").doubleValue())
        .isEqualTo(ride.pickupLocation().latitude());
    assertThat(body.at("/PickupLocation/Longitude").doubleValue())
        .isEqualTo(ride.pickupLocation().longitude());
  }

  private static void checkRefused(APIGatewayProxyResponseEvent response, JsonNode body) {
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(body.get("status").intValue())
        .isEqualTo(response.getStatusCode())
        .isBetween(400, 422);
    assertThat(REFUSALS).contains(withoutNumbers(response));
  }

  private static String withoutNumbers(APIGatewayProxyResponseEvent response) {
    return response.getBody().replaceAll(" Look at line \\d+, column \\d+\\.", "");
  }

  private static Set<String> refusals() {
    var api = new FuzzedApi();
    Set<String> refusals = new HashSet<>();
    Stream.of("", "{", "[]", "{\"a\":\"\\ud800\"}", "\uD800", "{}", " ".repeat(10_000))
        .forEach(body -> refusals.add(withoutNumbers(api.post(body))));
    Stream.of(pickup("91", "0"), pickup("0", "181"), pickup("91", "181"))
        .forEach(body -> refusals.add(withoutNumbers(api.post(body))));
    Stream.of("text/plain", "")
        .map(type -> api.send(event -> header(event, "Content-Type", type)))
        .forEach(response -> refusals.add(withoutNumbers(response)));
    refusals.add(withoutNumbers(api.send(event -> header(event, "Content-Encoding", "gzip"))));
    refusals.add(withoutNumbers(api.send(event -> header(event, "Idempotency-Key", ""))));
    api.send(event -> header(event, "Idempotency-Key", "k"));
    refusals.add(
        withoutNumbers(
            api.send(event -> header(event.withBody(pickup("1", "1")), "Idempotency-Key", "k"))));
    refusals.add(withoutNumbers(api.postBase64("%")));
    refusals.add(withoutNumbers(api.get("alice", "x")));
    refusals.add(withoutNumbers(api.send(event -> event.withPath("/"))));
    refusals.add(withoutNumbers(api.send(event -> event.withRequestContext(null))));
    return refusals;
  }
}
