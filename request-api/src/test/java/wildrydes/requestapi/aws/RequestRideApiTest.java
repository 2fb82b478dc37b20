package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;

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

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0", "-0.0,1e-400", "4.76e1,-1223E-1", "47,-122"})
  void everyPlaceOnEarthIsAccepted(String latitude, String longitude) {
    assertThat(post(pickup(latitude, longitude)).getStatusCode()).isEqualTo(202);
  }

  @Test
  void whatElseABodyHoldsIsIgnored() throws Exception {
    var response =
        post(
            SEATTLE.replaceFirst(
                "\\{",
                "{\"RideId\":\"x\",\"Status\":\"ASSIGNED\",\"Unicorn\":{},\"Rider\":\"eve\","));

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(json.readTree(response.getBody()).get("Rider").textValue()).isEqualTo("alice");
    assertThat(json.readTree(response.getBody()).get("Status").textValue()).isEqualTo("REQUESTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"PickupLocation\":null}",
        "{\"PickupLocation\":[47.6,-122.3]}",
        "{\"PickupLocation\":\"47.6,-122.3\"}",
        "{\"pickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}",
      })
  void aRideNeedsAPickup(String body) throws Exception {
    var response = post(body);

    assertProblem(response, 422, "invalid-ride");
    assertThat(json.readTree(response.getBody()).at("/errors/0/pointer").textValue())
        .isEqualTo("/PickupLocation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"47.6\"",
        "\"NaN\"",
        "true",
        "{}",
        "[]",
        "90.0000001",
        "-91",
        "1e400",
        "-1e400",
        "1e99999999999",
      })
  void aWrongLatitudeIsNamed(String latitude) throws Exception {
    var response = post(pickup(latitude, "-122.3"));

    assertProblem(response, 422, "invalid-ride");
    JsonNode errors = json.readTree(response.getBody()).get("errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.at("/0/pointer").textValue()).isEqualTo("/PickupLocation/Latitude");
  }

  @Test
  void everyWrongFieldIsNamed() throws Exception {
    var response = post("{\"PickupLocation\":{\"Longitude\":-180.0000001}}");

    assertProblem(response, 422, "invalid-ride");
    assertThat(json.readTree(response.getBody()).get("errors").findValuesAsText("pointer"))
        .containsExactly("/PickupLocation/Latitude", "/PickupLocation/Longitude");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "é", "\u0000", "\u007F"})
  void anUnusableIdempotencyKeyIsRefused(String key) {
    assertProblem(
        send(event -> header(event, "Idempotency-Key", key)), 400, "invalid-idempotency-key");
  }

  @Test
  void aKeyMayHaveUpTo255Characters() {
    assertThat(send(event -> header(event, "idempotency-key", "k".repeat(255))).getStatusCode())
        .isEqualTo(202);
    assertProblem(
        send(event -> header(event, "idempotency-key", "k".repeat(256))),
        400,
        "invalid-idempotency-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "k        | \"k\"",
        "a b      | \"a b\"",
        "a\"b     | \"a\\\"b\"",
        "a\\b     | \"a\\\\b\"",
      })
  void aKeyIsTheSameInQuotes(String bare, String quoted) {
    var one = send(event -> header(event, "Idempotency-Key", bare));
    var again = send(event -> header(event, "Idempotency-Key", quoted));

    assertThat(again.getStatusCode()).isEqualTo(202);
    assertThat(again.getBody()).isEqualTo(one.getBody());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "\"\"", "\" \"", "\"k", "\"k\"x", "\"k\", \"l\"", "\"\\k\"", "\"é\""})
  void aKeyInBrokenQuotesIsRefused(String key) {
    assertProblem(
        send(event -> header(event, "Idempotency-Key", key)), 400, "invalid-idempotency-key");
  }

  @Test
  void aKeyInQuotesMayHaveUpTo255CharactersAndEachABackslash() {
    String longest = "\"" + "\\\"".repeat(255) + "\"";
    assertThat(send(event -> header(event, "Idempotency-Key", longest)).getStatusCode())
        .isEqualTo(202);
    String tooLong = "\"" + "k".repeat(256) + "\"";
    assertProblem(
        send(event -> header(event, "Idempotency-Key", tooLong)), 400, "invalid-idempotency-key");
    assertProblem(
        send(event -> header(event, "Idempotency-Key", "\"" + "k".repeat(100_000) + "\"")),
        400,
        "invalid-idempotency-key");
  }

  @Test
  void oneKeyIsOneRideHoweverItsBodyIsWritten() throws Exception {
    String otherwise =
        " {\"PickupLocation\" : {\"Longitude\":-1.223e2, \"Latitude\":4.76e1}, \"x\":1} ";

    var one = send(event -> header(event, "Idempotency-Key", "k"));
    var again = send(event -> header(event.withBody(otherwise), "Idempotency-Key", "k"));

    assertThat(again.getBody()).isEqualTo(one.getBody());
    assertProblem(
        send(event -> header(event.withBody(pickup("1", "1")), "Idempotency-Key", "k")),
        422,
        "idempotency-key-reused");
  }

  @Test
  void aKeyOfADecidedRideSaysSoAndNotToAskAgain() throws Exception {
    var one = send(event -> header(event, "Idempotency-Key", "k"));
    var id = new RideId(json.readTree(one.getBody()).get("RideId").textValue());
    rides.put(
        new Ride(id, "alice", new Location(47.6, -122.3), NOW, new Status.Unassigned(), List.of()));

    var again = send(event -> header(event, "Idempotency-Key", "k"));

    assertThat(again.getStatusCode()).isEqualTo(202);
    assertThat(again.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(json.readTree(again.getBody()).get("Status").textValue()).isEqualTo("UNASSIGNED");
  }

  @Test
  void withoutVerifiedClaimsNobodyIsSignedIn() {
    assertProblem(send(event -> event.withRequestContext(null)), 401, "unauthenticated");
    assertProblem(
        send(event -> event.withRequestContext(new ProxyRequestContext())), 401, "unauthenticated");
    assertProblem(send(event -> claims(event, Map.of())), 401, "unauthenticated");
    assertProblem(send(event -> claims(event, Map.of("username", " "))), 401, "unauthenticated");
    assertProblem(send(event -> claims(event, Map.of("username", 7))), 401, "unauthenticated");
    assertProblem(
        send(event -> header(event.withRequestContext(null), "X-User", "alice")),
        401,
        "unauthenticated");
  }

  @Test
  void theRiderIsNamedByAnIdTokenElseAnAccessTokenElseItsSubject() throws Exception {
    Map<String, Object> claims = new HashMap<>(Map.of("sub", "s"));
    assertThat(riderWith(claims)).isEqualTo("s");
    claims.put("username", "u");
    assertThat(riderWith(claims)).isEqualTo("u");
    claims.put("cognito:username", "c");
    assertThat(riderWith(claims)).isEqualTo("c");
  }

  private String riderWith(Map<String, Object> claims) throws Exception {
    var response = send(event -> claims(event, claims));
    return json.readTree(response.getBody()).get("Rider").textValue();
  }
}
