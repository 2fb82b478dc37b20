package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;

/** Rows 22 to 25 of the table of bad inputs: what a key may be, and what it stands for. */
class IdempotencyKeysTest extends UnlimitedApiTest {

  static Stream<String> controlCharacters() {
    return IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7F, 0x9F))
        .mapToObj(Character::toString);
  }

  @ParameterizedTest
  @MethodSource("controlCharacters")
  void aKeyWithAControlCharacterIsRefused(String control) {
    assertUnusable("a" + control + "b");
    assertUnusable(control);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "   ",
        "é",
        "\u00A0",
        "\u2003",
        "\u200B",
        "\uFEFF",
        "ключ",
        "鍵",
        "\u0661",
        "\uD83D\uDE00",
        "\uD800",
        "\uFFFF",
        "\u202Eabc",
        "e\u0301",
        "k\u00FF",
        "ｋ",
      })
  void aBlankOrForeignKeyIsRefused(String key) {
    assertUnusable(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 257, 1_000, 10_000, 1_000_000})
  void aKeyOfMoreThan255CharactersIsRefused(int length) {
    assertUnusable("k".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "0",
        "8e03978e-40d5-43dd-bc93-6894a57f9324",
        "null",
        "undefined",
        "true",
        "../../etc/passwd",
        "${jndi:ldap://127.0.0.1/a}",
        "';DROP|TABLE|Rides;--",
        "<script>alert(1)</script>",
        "%00%0d%0aX:y",
        "!#$%&'*+-.^_`|~",
      })
  void aKeyOfPrintableCharactersIsAccepted(String key) {
    var response = post(key, SEATTLE);

    assertAccepted(response);
    assertThat(post(key, SEATTLE).getBody()).isEqualTo(response.getBody());
    assertThat(rides.count()).isEqualTo(1);
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
  void aKeyMayHaveUpTo255Characters() {
    assertAccepted(post("k".repeat(255), SEATTLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,1", "47.6,-122.4", "47.60000000000001,-122.3", "-47.6,122.3"})
  void aKeyWithAnotherPickupIsRefused(String place) {
    post("k", SEATTLE);
    String[] degrees = place.split(",", 2);

    var response = post("k", pickup(degrees[0], degrees[1]));

    assertProblem(response, 422, "idempotency-key-reused");
    assertThat(rides.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " {\"PickupLocation\" : {\"Longitude\":-1.223e2, \"Latitude\":4.76e1}, \"x\":1} ",
        "{\"PickupLocation\":{\"Longitude\":-122.3,\"Latitude\":47.6}}",
        "{\"PickupLocation\":{\"Latitude\":47.60,\"Longitude\":-122.300}}",
        "{\"PickupLocation\":{\"Latitude\":476E-1,\"Longitude\":-0.1223e+3}}",
        "{\"\\u0050ickupLocation\":{\"\\u004catitude\":47.6,\"Longitude\":-122.3}}",
        "\n\t{\r\n\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}\n",
        "{\"PickupLocation\":{\"Latitude\":47.600000000000000000001,\"Longitude\":-122.3}}",
      })
  void aPickupWrittenDifferentlyIsTheSameRide(String body) {
    var one = post("k", SEATTLE);

    assertThat(post("k", body).getBody()).isEqualTo(one.getBody());
    assertThat(
            send(event ->
                    header(event, "IDEMPOTENCY-key", "k")
                        .withBody(encode(body))
                        .withIsBase64Encoded(true))
                .getBody())
        .isEqualTo(one.getBody());
  }

  @Test
  void zeroIsOnePlaceHoweverItIsWritten() {
    var one = post("k", pickup("0", "0"));

    for (String zero : List.of("-0", "0.0", "-0.0", "0e9", "1e-400", "-1e-400")) {
      assertThat(post("k", pickup(zero, zero)).getBody()).isEqualTo(one.getBody());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "Alice", "alice ", "alic", "alicek", "5:alice", "alice\u0000"})
  void aKeyOfAnotherRiderIsAnotherRide(String rider) {
    var alices = post("k", SEATTLE);

    var others = send(event -> header(claims(event, Map.of("sub", rider)), "Idempotency-Key", "k"));

    assertAccepted(others);
    assertThat(bodyOf(others).get("RideId")).isNotEqualTo(bodyOf(alices).get("RideId"));
    assertThat(bodyOf(others).get("Rider").textValue()).isEqualTo(rider);
  }

  @Test
  void withoutAKeyEachRequestIsAnotherRide() {
    assertThat(bodyOf(post(SEATTLE)).get("RideId"))
        .isNotEqualTo(bodyOf(post(SEATTLE)).get("RideId"));
  }

  @Test
  void aKeyOfADecidedRideSaysSoAndNotToAskAgain() {
    var id = new RideId(bodyOf(post("k", SEATTLE)).get("RideId").textValue());
    rides.put(
        new Ride(id, "alice", new Location(47.6, -122.3), NOW, new Status.Unassigned(), List.of()));

    var again = post("k", SEATTLE);

    assertAccepted(again);
    assertThat(again.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(bodyOf(again).get("Status").textValue()).isEqualTo("UNASSIGNED");
  }

  private APIGatewayProxyResponseEvent post(String key, String body) {
    return send(event -> header(event.withBody(body), "Idempotency-Key", key));
  }

  private void assertUnusable(String key) {
    assertProblem(post(key, SEATTLE), 400, "invalid-idempotency-key");
    assertThat(rides.count()).isZero();
  }
}
