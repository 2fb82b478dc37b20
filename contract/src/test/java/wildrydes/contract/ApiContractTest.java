package wildrydes.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document shows what it demands, and whatever does not fit is found. */
class ApiContractTest {

  private static final ApiContract CONTRACT = new ApiContract();
  private static final String SEATTLE =
      "{\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}";
  private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String ACCEPTED =
      """
      {"RideId":"AAAAAAAAAAAAAAAAAAAAAA","Status":"REQUESTED","Rider":"alice",\
      "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},"RequestTime":"2026-01-02T03:04:05Z"}""";
  private static final String MALFORMED =
      """
      {"type":"malformed-json","title":"t","status":400,"detail":"d",\
      "instance":"urn:wildrydes:request:1","requestId":"1"}""";

  static Set<KindOfAnswer> kinds() {
    return CONTRACT.document().answers();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theExampleOfEveryAnswerFits(KindOfAnswer kind) {
    var example = requireNonNull(CONTRACT.document().examples().get(kind));
    Map<String, String> headers = new HashMap<>(Map.of("Location", "/ride/" + ID));
    headers.keySet().retainAll(CONTRACT.document().headersOf(kind.operation(), kind.status()));
    headers.put("Content-Type", example.getKey());
    var answered = new Answered(kind.status(), headers, example.getValue().toString());

    assertThat(CONTRACT.checkAnswer(requestOf(kind.operation()), answered)).isEqualTo(kind);
  }

  @Test
  void theExampleOfARequestIsAllowed() {
    var examples =
        CONTRACT.document().at("/paths/~1ride/post/requestBody/content/application~1json/examples");

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(CONTRACT.forbidden(post(example.get("value").toString()))).isEmpty());
  }

  @Test
  void aProblemNamedInTheSchemasHasItsExample() {
    Set<String> examples = Set.copyOf(kinds().stream().map(KindOfAnswer::name).toList());

    assertThat(CONTRACT.document().problemTypes().keySet())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(examples).contains(type));
  }

  @Test
  void whatFitsIsNamed() {
    assertThat(CONTRACT.check(post(SEATTLE), accepted(ACCEPTED)))
        .hasToString("requestRide 202 REQUESTED");
    assertThat(CONTRACT.check(post("{"), malformed()))
        .hasToString("requestRide 400 malformed-json");
    assertThat(CONTRACT.check(post(SEATTLE + "x"), malformed()))
        .hasToString("requestRide 400 malformed-json");
  }

  @Test
  void anAcceptedRequestMustBeAllowed() {
    assertThatThrownBy(() -> CONTRACT.check(post("{}"), accepted(ACCEPTED)))
        .hasMessageContaining("accepts what the document forbids")
        .hasMessageContaining("PickupLocation");
    assertThatThrownBy(
            () ->
                CONTRACT.check(
                    new Asked("POST", "/ride", Map.of("Content-Type", "application/json"), SEATTLE),
                    accepted(ACCEPTED)))
        .hasMessageContaining("accepts what the document forbids");
  }

  @Test
  void aRefusedRequestMustBeForbidden() {
    assertThatThrownBy(() -> CONTRACT.check(post(SEATTLE), malformed()))
        .hasMessageContaining("refuses what the document allows");
  }

  static Stream<String> otherBodies() {
    return Stream.of(
        ACCEPTED.replace("\"Rider\"", "\"More\":1,\"Rider\""),
        ACCEPTED.replace("\"Rider\":\"alice\",", ""),
        ACCEPTED.replace("REQUESTED", "LOST"),
        ACCEPTED.replace(ID, "short"),
        ACCEPTED.replace("47.6", "\"47.6\""),
        ACCEPTED.replace("2026-01-02T03:04:05Z", "yesterday"),
        "{\"message\":\"Accepted\"}");
  }

  @ParameterizedTest
  @MethodSource("otherBodies")
  void anAnswerMustBeAsDescribed(String body) {
    assertThatThrownBy(() -> CONTRACT.check(post(SEATTLE), accepted(body)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void anAnswersHeadersMustBeAsDescribed() {
    var ride = Map.of("Content-Type", "application/json", "Location", "/ride/" + ID);

    assertThatThrownBy(() -> answer(202, Map.of("Content-Type", "application/json")))
        .hasMessageContaining("Location");
    assertThatThrownBy(() -> answer(202, with(ride, "X-More", "1"))).hasMessageContaining("X-More");
    assertThatThrownBy(() -> answer(202, with(ride, "Retry-After", "21")))
        .hasMessageContaining("20");
    assertThatThrownBy(() -> answer(202, with(ride, "Content-Type", "text/plain")))
        .hasMessageContaining("text/plain");
    assertThatThrownBy(() -> answer(204, ride)).hasMessageContaining("204");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ride-not-found", "malformed-jsom"})
  void aProblemMustBeOneOfItsStatus(String type) {
    var problem = Map.of("Content-Type", "application/problem+json");

    assertThatThrownBy(
            () ->
                CONTRACT.check(
                    post("{"),
                    new Answered(400, problem, MALFORMED.replace("malformed-json", type))))
        .hasMessageContaining(type);
  }

  private static void answer(int status, Map<String, String> headers) {
    CONTRACT.check(post(SEATTLE), new Answered(status, headers, ACCEPTED));
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return more;
  }

  private static Answered accepted(String body) {
    return new Answered(
        202, Map.of("Content-Type", "application/json", "Location", "/ride/" + ID), body);
  }

  private static Answered malformed() {
    return new Answered(400, Map.of("Content-Type", "application/problem+json"), MALFORMED);
  }

  private static Asked post(String body) {
    return new Asked(
        "POST",
        "/ride",
        Map.of("Content-Type", "application/json", "Authorization", "Bearer alice"),
        body);
  }

  private static Asked requestOf(String operation) {
    return switch (operation) {
      case "requestRide" -> post(SEATTLE);
      case "showRide" -> new Asked("GET", "/ride/" + ID, Map.of("Authorization", "alice"), "");
      default -> new Asked("GET", "/nothing", Map.of(), "");
    };
  }
}
