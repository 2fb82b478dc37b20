package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.InMemoryRides;
import wildrydes.requestapi.RequestRide;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.RideIds;
import wildrydes.requestapi.ShowRide;

class RoutesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final String SEATTLE =
      "{\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}";
  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");

  private final InMemoryRides rides = new InMemoryRides();
  private final Routes routes =
      new Routes(
          new RequestRide(rides, _ -> {}, new RideIds(new Random(1)), InstantSource.fixed(NOW)),
          new ShowRide(rides));
  private final JsonMapper json = new JsonMapper();

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
        "application/json",
        "Application/JSON;charset=\"UTF-8\"",
        " application/json ; charset = utf-8 ",
        "application/json; charset=UTF-8; profile=x",
      })
  void jsonInUtf8IsAccepted(String contentType) {
    assertThat(send(event -> header(event, "content-TYPE", contentType)).getStatusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "text/plain", "application/x-www-form-urlencoded", "application/xml",
        "application/json; charset=utf-16", "application/json; charset=", "application/jsonp", ";",
      })
  void anyOtherContentIsRefused(String contentType) {
    var response = send(event -> header(event, "Content-Type", contentType));

    assertProblem(response, 415, "unsupported-media-type");
  }

  @Test
  void aBodyWithoutAContentTypeIsRefused() {
    var response = send(event -> event.withHeaders(null));

    assertProblem(response, 415, "unsupported-media-type");
  }

  @Test
  void aCompressedBodyIsRefused() {
    assertProblem(
        send(event -> header(event, "Content-Encoding", "gzip")), 415, "unsupported-media-type");
    assertThat(send(event -> header(event, "Content-Encoding", "identity")).getStatusCode())
        .isEqualTo(202);
  }

  @Test
  void aBodyOfMoreThanEightKibibytesIsRefused() {
    String padding = " ".repeat(8 * 1024 - SEATTLE.length());

    assertThat(post(SEATTLE + padding).getStatusCode()).isEqualTo(202);
    assertProblem(post(SEATTLE + padding + " "), 413, "payload-too-large");
    assertProblem(post("é".repeat(4_097)), 413, "payload-too-large");
    assertProblem(post("[".repeat(6_000_000)), 413, "payload-too-large");
    assertProblem(postBase64(encode(SEATTLE + padding + " ")), 413, "payload-too-large");
    assertThat(postBase64(encode(SEATTLE + padding)).getStatusCode()).isEqualTo(202);
  }

  @Test
  void base64IsReadAsWhatItCarries() {
    assertThat(postBase64(encode(SEATTLE)).getStatusCode()).isEqualTo(202);
    assertProblem(postBase64("%%%"), 400, "malformed-body");
    assertProblem(postBase64(SEATTLE), 400, "malformed-body");
    byte[] invalid = {'{', '"', (byte) 0xC3, '"', '}'};
    assertProblem(postBase64(Base64.getEncoder().encodeToString(invalid)), 400, "malformed-json");
  }

  static Stream<String> malformedJson() {
    return Stream.of(
        "",
        " ",
        SEATTLE.substring(1),
        SEATTLE.substring(0, SEATTLE.length() - 1),
        SEATTLE.replace("}}", ",}}"),
        SEATTLE.replace("{\"P", "{/* here */\"P"),
        SEATTLE + SEATTLE,
        SEATTLE + "x",
        "\uFEFF" + SEATTLE,
        "{\"a\":\"\uD800\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":[\"\\ud800\"]}",
        "[".repeat(8_000),
        "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}",
        "{\"PickupLocation\":{\"Latitude\":1,\"Latitude\":2,\"Longitude\":3}}",
        SEATTLE.replace("47.6", "NaN"),
        SEATTLE.replace("47.6", "Infinity"),
        SEATTLE.replace("47.6", "+1"),
        SEATTLE.replace("47.6", "01"),
        SEATTLE.replace("47.6", ".5"),
        SEATTLE.replace("47.6", "1."),
        SEATTLE.replace("47.6", "0x1F"),
        SEATTLE.replace("47.6", "1".repeat(1_001)),
        SEATTLE.replace('"', '\''),
        "[]",
        "[" + SEATTLE + "]",
        "\"text\"",
        "42",
        "null",
        "true");
  }

  @ParameterizedTest
  @MethodSource("malformedJson")
  void whatIsNoJsonObjectIsRefused(String body) {
    assertProblem(post(body), 400, "malformed-json");
  }

  @Test
  void nestingOfSixteenIsStillRead() {
    String deep = "[".repeat(14) + "]".repeat(14);

    assertThat(post(SEATTLE.replaceFirst("\\{", "{\"a\":[" + deep + "],")).getStatusCode())
        .isEqualTo(202);
  }

  @Test
  void aMissingBodyIsRefused() {
    assertProblem(send(event -> event.withBody(null)), 400, "malformed-json");
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
    rides.put(new Ride(id, "alice", new Location(47.6, -122.3), NOW, new Status.Unassigned()));

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
            "RequestTime":"2026-01-02T03:04:05.678Z"}""");
  }

  @Test
  void anAssignedRideShowsItsUnicorn() {
    put(new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 1234.5, 30));

    var response = get("alice", RIDE.value());

    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"RideId":"AAAAAAAAAAAAAAAAAAAAAA","Status":"ASSIGNED","Rider":"alice",\
            "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},\
            "RequestTime":"2026-01-02T03:04:05.678Z",\
            "Unicorn":{"Name":"Shadowfax","Color":"White","Gender":"Male"},\
            "UnicornName":"Shadowfax","Eta":"30 seconds","EtaSeconds":30,"PickupMeters":1235}""");
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

  private void put(Status status) {
    rides.put(new Ride(RIDE, "alice", new Location(47.6, -122.3), NOW, status));
  }

  private String riderWith(Map<String, Object> claims) throws Exception {
    var response = send(event -> claims(event, claims));
    return json.readTree(response.getBody()).get("Rider").textValue();
  }

  private APIGatewayProxyResponseEvent get(String rider, String id) {
    return send(
        event ->
            claims(event, Map.of("username", rider))
                .withHttpMethod("GET")
                .withPath("/ride/" + id)
                .withBody(null));
  }

  private APIGatewayProxyResponseEvent post(String body) {
    return send(event -> event.withBody(body));
  }

  private APIGatewayProxyResponseEvent postBase64(String body) {
    return send(event -> event.withBody(body).withIsBase64Encoded(true));
  }

  /** Sends alice's request for a ride in Seattle, changed as told. */
  private APIGatewayProxyResponseEvent send(
      Function<APIGatewayProxyRequestEvent, APIGatewayProxyRequestEvent> change) {
    var event =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPath("/ride")
            .withHeaders(new HashMap<>(Map.of("Content-Type", "application/json")))
            .withBody(SEATTLE);
    return respond(change.apply(claims(event, Map.of("cognito:username", "alice"))));
  }

  private APIGatewayProxyResponseEvent respond(APIGatewayProxyRequestEvent event) {
    return new Responses().of(routes.answer(new HttpRequest(event)), "request-1");
  }

  private static APIGatewayProxyRequestEvent header(
      APIGatewayProxyRequestEvent event, String name, String value) {
    event.getHeaders().keySet().removeIf(name::equalsIgnoreCase);
    event.getHeaders().put(name, value);
    return event;
  }

  private static APIGatewayProxyRequestEvent claims(
      APIGatewayProxyRequestEvent event, Map<String, Object> claims) {
    var context = new ProxyRequestContext();
    context.setAuthorizer(Map.of("claims", claims));
    return event.withRequestContext(context);
  }

  private static String pickup(String latitude, String longitude) {
    return "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}".formatted(latitude, longitude);
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void assertProblem(APIGatewayProxyResponseEvent response, int status, String type) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    JsonNode body;
    try {
      body = json.readTree(response.getBody());
    } catch (java.io.IOException e) {
      throw new AssertionError("no JSON: " + response.getBody(), e);
    }
    assertThat(body.get("type").textValue()).isEqualTo(type);
    assertThat(body.get("status").intValue()).isEqualTo(status);
    assertThat(body.get("requestId").textValue()).isEqualTo("request-1");
    assertThat(body.get("title").textValue()).isNotBlank();
    assertThat(body.get("detail").textValue()).isNotBlank();
  }
}
