package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import wildrydes.contract.KindOfAnswer;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;
import wildrydes.requestapi.AwaitOutcome;
import wildrydes.requestapi.InMemoryRides;
import wildrydes.requestapi.OpenRides;
import wildrydes.requestapi.PassingTime;
import wildrydes.requestapi.RequestRide;
import wildrydes.requestapi.RetryAfter;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.RideIds;
import wildrydes.requestapi.ShowRide;

/** Requests to the API without HTTP and without AWS: alice's ride in Seattle, changed as told. */
abstract class ApiTest {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  static final String SEATTLE = "{\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}";
  static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");

  static final int MAX_OPEN_RIDES = 3;

  /** Of an invocation. */
  static final Duration TIME_FOR_WORK = Duration.ofSeconds(23);

  final InMemoryRides rides = new InMemoryRides();
  final PassingTime time = new PassingTime(NOW);
  final Routes routes = routes(Duration.ZERO);
  final JsonMapper json = new JsonMapper();

  /** The kinds of answers that were given, as the document names them. */
  final Set<KindOfAnswer> answers = new LinkedHashSet<>();

  /** The API with so long a wait for clients that do not say. */
  final Routes routes(Duration defaultWait) {
    var patience = Duration.ofMinutes(30);
    var open = new OpenRides(rides, maxOpenRides(), patience, time);
    var showRide = new ShowRide(rides, patience, time);
    return new Routes(
        new RequestRide(rides, _ -> {}, new RideIds(new Random(1)), open, time),
        showRide,
        new Waiting(
            new AwaitOutcome(showRide, time::pause, time), defaultWait, new RequestApiTelemetry()),
        new RetryAfter(time));
  }

  /** How many rides of one rider may wait. */
  int maxOpenRides() {
    return MAX_OPEN_RIDES;
  }

  void put(Status status, Stage... stages) {
    var place = new Location(47.6, -122.3);
    rides.put(new Ride(RIDE, "alice", place, NOW, status, List.of(stages)));
  }

  APIGatewayProxyResponseEvent get(String rider, String id) {
    return send(
        event ->
            claims(event, Map.of("username", rider))
                .withHttpMethod("GET")
                .withPath("/ride/" + id)
                .withBody(null));
  }

  APIGatewayProxyResponseEvent post(String body) {
    return send(event -> event.withBody(body));
  }

  APIGatewayProxyResponseEvent postBase64(String body) {
    return send(event -> event.withBody(body).withIsBase64Encoded(true));
  }

  /** Sends alice's request for a ride in Seattle, changed as told. */
  APIGatewayProxyResponseEvent send(UnaryOperator<APIGatewayProxyRequestEvent> change) {
    return respond(routes, change);
  }

  APIGatewayProxyResponseEvent respond(
      Routes api, UnaryOperator<APIGatewayProxyRequestEvent> change) {
    return respond(api, TIME_FOR_WORK, change);
  }

  APIGatewayProxyResponseEvent respond(
      Routes api, Duration timeForWork, UnaryOperator<APIGatewayProxyRequestEvent> change) {
    var event =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPath("/ride")
            .withHeaders(new HashMap<>(Map.of("Content-Type", "application/json")))
            .withBody(SEATTLE);
    return respond(
        api, timeForWork, change.apply(claims(event, Map.of("cognito:username", "alice"))));
  }

  APIGatewayProxyResponseEvent respond(APIGatewayProxyRequestEvent event) {
    return respond(routes, TIME_FOR_WORK, event);
  }

  private APIGatewayProxyResponseEvent respond(
      Routes api, Duration timeForWork, APIGatewayProxyRequestEvent event) {
    Instant end = time.instant().plus(timeForWork);
    Supplier<Duration> timeLeft = () -> Duration.between(time.instant(), end);
    var response = new Responses().of(api.answer(new HttpRequest(event), timeLeft), "request-1");
    hold(event, response);
    return response;
  }

  /** Against the document: all that is asked and answered here. */
  void hold(APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent response) {
    answers.add(DocumentedExchange.check(event, response));
  }

  static APIGatewayProxyRequestEvent header(
      APIGatewayProxyRequestEvent event, String name, String value) {
    event.getHeaders().keySet().removeIf(name::equalsIgnoreCase);
    event.getHeaders().put(name, value);
    return event;
  }

  static APIGatewayProxyRequestEvent claims(
      APIGatewayProxyRequestEvent event, Map<String, Object> claims) {
    var context = new ProxyRequestContext();
    context.setAuthorizer(Map.of("claims", claims));
    return event.withRequestContext(context);
  }

  /** Alice's ride, with another field in front: {@code x}, of that value. */
  static String withField(String value) {
    return SEATTLE.replaceFirst("\\{", Matcher.quoteReplacement("{\"x\":" + value + ","));
  }

  static String latitude(String value) {
    return pickup(value, "-122.3");
  }

  static String pickup(String latitude, String longitude) {
    return "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}".formatted(latitude, longitude);
  }

  static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  void assertAccepted(APIGatewayProxyResponseEvent response) {
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(202);
  }

  JsonNode bodyOf(APIGatewayProxyResponseEvent response) {
    try {
      return json.readTree(response.getBody());
    } catch (java.io.IOException e) {
      throw new AssertionError("no JSON: " + response.getBody(), e);
    }
  }

  void assertProblem(APIGatewayProxyResponseEvent response, int status, String type) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    JsonNode body = bodyOf(response);
    assertThat(body.get("type").textValue()).isEqualTo(type);
    assertThat(body.get("status").intValue()).isEqualTo(status);
    assertThat(body.get("requestId").textValue()).isEqualTo("request-1");
    assertThat(body.get("title").textValue()).isNotBlank();
    assertThat(body.get("detail").textValue()).isNotBlank();
  }
}
