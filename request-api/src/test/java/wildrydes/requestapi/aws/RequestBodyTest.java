package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be read, and those that only look odd. */
class RequestBodyTest extends ApiTest {

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
}
