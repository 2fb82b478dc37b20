package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;

/** Rows 13 and 15 to 21 of the table of bad inputs: numbers, and what a ride is made of. */
class RideFieldsTest extends UnlimitedApiTest {

  static final String[] NO_NUMBERS = {
    "NaN",
    "-NaN",
    "nan",
    "Infinity",
    "-Infinity",
    "inf",
    "Inf",
    "+1",
    "+0",
    "++1",
    "01",
    "-01",
    "00",
    "-00.1",
    "007",
    ".5",
    "-.5",
    "1.",
    "-1.",
    "1.e1",
    "1e",
    "1e+",
    "1e-",
    "1E",
    "1e1.5",
    "1e1e1",
    "1e+-1",
    "-",
    "--1",
    "- 1",
    "1 2",
    "1,5",
    "1_000",
    "1'000",
    "0x1F",
    "0X1f",
    "0b1",
    "0o7",
    "1f",
    "1d",
    "1L",
    "1n",
    "1/2",
    "1+1",
    "1.2.3",
    "1-",
    "1a",
    "0e",
    "0e+",
    "-1x",
    "½",
    "１",
    "٤",
    "−1",
    "∞",
    "1\u0000",
    "1\u00B2",
    "0.\u0661",
    "1e٤",
    "#1",
    "$1",
    "1%",
    "(1)",
    "1;",
  };

  @ParameterizedTest
  @FieldSource("NO_NUMBERS")
  void whatIsNoJsonNumberIsMalformedAnywhere(String number) {
    assertProblem(post(latitude(number)), 400, "malformed-json");
    assertProblem(post(withField(number)), 400, "malformed-json");
    assertProblem(post(withField("[{\"a\":" + number + "}]")), 400, "malformed-json");
  }

  static Stream<String> endlessNumbers() {
    return Stream.of(
        "1".repeat(1_001),
        "-" + "1".repeat(1_001),
        "0." + "1".repeat(1_001),
        "0." + "0".repeat(1_001),
        "1".repeat(1_001) + "e5",
        "1e" + "9".repeat(1_001),
        "1e-" + "9".repeat(1_001),
        "1e" + "0".repeat(1_001),
        "1".repeat(7_000));
  }

  @ParameterizedTest
  @MethodSource("endlessNumbers")
  void anEndlessNumberIsMalformedAnywhere(String number) {
    assertProblem(post(latitude(number)), 400, "malformed-json");
    assertProblem(post(withField(number)), 400, "malformed-json");
    assertProblem(post(withField("[[" + number + "]]")), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e99999999999",
        "-1E+2147483648",
        "1e-99999999999",
        "123456789012345678901234567890",
        "-0",
        "0e0",
        "0.1E-1",
        "9223372036854775808",
        "-9223372036854775809",
      })
  void anIgnoredNumberMayBeAsLargeAsItLikes(String number) {
    assertAccepted(post(withField(number)));
    assertAccepted(post(withField("[{\"a\":" + number + "}]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"PickupLocation\":null}",
        "{\"PickupLocation\":[]}",
        "{\"PickupLocation\":[47.6,-122.3]}",
        "{\"PickupLocation\":[{\"Latitude\":47.6,\"Longitude\":-122.3}]}",
        "{\"PickupLocation\":\"47.6,-122.3\"}",
        "{\"PickupLocation\":\"{\\\"Latitude\\\":47.6,\\\"Longitude\\\":-122.3}\"}",
        "{\"PickupLocation\":\"\"}",
        "{\"PickupLocation\":0}",
        "{\"PickupLocation\":1e400}",
        "{\"PickupLocation\":true}",
        "{\"PickupLocation\":false}",
        "{\"pickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}",
        "{\"PickupLocation \":{\"Latitude\":47.6,\"Longitude\":-122.3}}",
        "{\"PickupLocation\\u0000\":{\"Latitude\":47.6,\"Longitude\":-122.3}}",
        "{\"РickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}",
        "{\"Latitude\":47.6,\"Longitude\":-122.3}",
        "{\"x\":{\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}}",
        "{\"PickupLocation.Latitude\":47.6,\"PickupLocation.Longitude\":-122.3}",
      })
  void aRideWithoutAPickupIsNamed(String body) {
    assertInvalid(body, "/PickupLocation");
  }

  static final String[] NO_DEGREES = {
    "null",
    "\"47.6\"",
    "\"NaN\"",
    "\"Infinity\"",
    "\"\"",
    "\"1e1\"",
    "true",
    "false",
    "{}",
    "[]",
    "[47.6]",
    "{\"Latitude\":47.6}",
    "{\"$numberDouble\":\"47.6\"}",
    "1e400",
    "-1e400",
    "1e99999999999",
    "-1e2147483647",
    "1e2147483648",
    "1e309",
    "1.7976931348623159e308",
    "181",
    "-180.5",
    "180.0000001",
    "-180.0000001",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "18446744073709551663",
    "123456789012345678901234567890",
    "4.76e17",
  };

  @ParameterizedTest
  @FieldSource("NO_DEGREES")
  void aWrongDegreeIsNamed(String value) {
    assertInvalid(pickup(value, "-122.3"), "/PickupLocation/Latitude");
    assertInvalid(pickup("47.6", value), "/PickupLocation/Longitude");
    assertInvalid(pickup(value, value), "/PickupLocation/Latitude", "/PickupLocation/Longitude");
  }

  @ParameterizedTest
  @ValueSource(strings = {"90.0000001", "-90.0000001", "90.00000000000002", "91", "-91", "180"})
  void aLatitudeBeyondThePolesIsNamed(String latitude) {
    assertInvalid(pickup(latitude, "-122.3"), "/PickupLocation/Latitude");
    assertInvalid(pickup(latitude, "1e3"), "/PickupLocation/Latitude", "/PickupLocation/Longitude");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"PickupLocation\":{}}",
        "{\"PickupLocation\":{\"latitude\":47.6,\"longitude\":-122.3}}",
        "{\"PickupLocation\":{\"LATITUDE\":47.6,\"LONGITUDE\":-122.3}}",
        "{\"PickupLocation\":{\"Lat\":47.6,\"Lng\":-122.3}}",
        "{\"PickupLocation\":{\"Latitude \":47.6,\" Longitude\":-122.3}}",
        "{\"PickupLocation\":{\"x\":{\"Latitude\":47.6,\"Longitude\":-122.3}}}",
        "{\"Latitude\":47.6,\"Longitude\":-122.3,\"PickupLocation\":{}}",
      })
  void everyMissingFieldIsNamedAtOnce(String body) {
    assertInvalid(body, "/PickupLocation/Latitude", "/PickupLocation/Longitude");
  }

  @ParameterizedTest
  @CsvSource({
    "90, 180, 90, 180",
    "-90, -180, -90, -180",
    "90.0, 180.000, 90, 180",
    "9e1, 1.8E2, 90, 180",
    "900000e-4, 0.018e+4, 90, 180",
    "0, 0, 0, 0",
    "-0.0, 1e-400, 0, 0",
    "-0, -1e-99999999999, 0, 0",
    "0e400, -0e-400, 0, 0",
    "5e-324, -5e-324, 0, 0",
    "4.76e1, -1223E-1, 47.6, -122.3",
    "47, -122, 47, -122",
    "47.6174755835663, -122.28837066650185, 47.6174755835663, -122.28837066650185",
    "89.99999999999999, 179.99999999999997, 89.99999999999999, 179.99999999999997",
  })
  void everyPlaceOnEarthIsKeptAsItWasSent(
      String latitude, String longitude, double keptLatitude, double keptLongitude) {
    var response = post(pickup(latitude, longitude));

    assertAccepted(response);
    var id = new RideId(bodyOf(response).get("RideId").textValue());
    assertThat(rides.find(id).orElseThrow().pickupLocation())
        .isEqualTo(new Location(keptLatitude, keptLongitude));
    assertThat(bodyOf(response).at("/PickupLocation/Latitude").doubleValue())
        .isEqualTo(keptLatitude);
  }

  @Test
  void aNumberOfAThousandDigitsIsStillRead() {
    assertInvalid(latitude("9".repeat(1_000)), "/PickupLocation/Latitude");
    assertAccepted(post(latitude("47." + "6".repeat(997))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"RideId\":\"x\",\"Status\":\"ASSIGNED\",\"Unicorn\":{},\"Rider\":\"eve\"",
        "\"RideId\":{},\"Status\":null,\"Unicorn\":\"Shadowfax\",\"User\":\"eve\"",
        "\"rideId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"RequestTime\":\"1970-01-01T00:00:00Z\"",
        "\"ExpiresAt\":0,\"EtaSeconds\":1,\"UnicornName\":\"x\",\"FailureReason\":\"x\"",
        "\"cognito:username\":\"eve\",\"username\":\"eve\",\"sub\":\"eve\",\"claims\":{}",
        "\"__proto__\":{\"Rider\":\"eve\"},\"constructor\":{\"prototype\":{}}",
        "\"@class\":\"java.net.URL\",\"@type\":\"javax.script.ScriptEngineManager\"",
        "\"$ref\":\"#/a\",\"$where\":\"1\",\"\":\"\",\" \":[]",
        "\"a.b\":1,\"a/b\":2,\"a~b\":3,\"a\\\"b\":4,\"a\\\\b\":5",
        "\"\\u0000\":\"\\u0000\",\"\\uFFFF\":\"\uFFFF\",\"\u202E\":\"\u200B\"",
        "\"\uD83D\uDE00\":\"\\ud83d\\ude00\",\"e\u0301\":\"\u00E9\",\"\u00E9\":1",
        "\"x\":\"'; DROP TABLE Rides; --\",\"y\":\"<script>alert(1)</script>\"",
        "\"x\":\"${jndi:ldap://127.0.0.1/a}\",\"y\":\"{{7*7}} %s %n $(reboot) `id`\"",
      })
  void whatElseABodyHoldsIsIgnored(String fields) {
    var response = post(SEATTLE.replace("{\"P", "{" + fields + ",\"P"));

    assertAccepted(response);
    String id = bodyOf(response).get("RideId").textValue();
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"RideId":"%s","Status":"REQUESTED","Rider":"alice",\
            "PickupLocation":{"Latitude":47.6,"Longitude":-122.3},\
            "RequestTime":"2026-01-02T03:04:05.678Z"}"""
                .formatted(id));
    assertThat(id).isNotEqualTo(RIDE.value());
    assertThat(rides.find(new RideId(id)).orElseThrow().rider()).isEqualTo("alice");
  }

  private void assertInvalid(String body, String... pointers) {
    var response = post(body);

    assertProblem(response, 422, "invalid-ride");
    assertThat(bodyOf(response).get("errors").findValuesAsText("pointer"))
        .containsExactly(pointers);
    assertThat(bodyOf(response).get("errors").findValuesAsText("detail"))
        .noneMatch(String::isBlank);
    assertThat(rides.count()).isZero();
  }
}
