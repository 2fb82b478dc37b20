package wildrydes.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.local.SharedPipeline;

/**
 * Texts that have broken other programs, wherever a client can put one. All rides that they ask for
 * are one, by its key.
 */
class HostileStringsIT {

  private static final String KEY = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
  private static final String SEATTLE =
      "{\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3},\"x\":%s}";

  private final JsonMapper json = new JsonMapper();
  private final RawHttp http = new RawHttp(SharedPipeline.get().endpoints().api());
  private final StackTraces stackTraces = new StackTraces();

  @AfterEach
  void nobodyStumbled() {
    stackTraces.close();
    assertThat(stackTraces.seen()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wildrydes.local.hostile.HostileStrings#all")
  void isIgnoredInAFieldAndItsName(String text) throws IOException {
    String value = json.writeValueAsString(text);
    String object = "{" + value + ":[" + value + "]}";

    var answer = http.ask("POST", "/ride", KEY, SEATTLE.formatted(object));

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  @ParameterizedTest
  @MethodSource("wildrydes.local.hostile.HostileStrings#all")
  void namesNoRideAndNoQueryMatters(String text) throws IOException {
    String escaped = percentEncoded(text);

    for (String target :
        new String[] {
          "/ride/" + escaped, "/ride/x" + escaped, "/ride/x?" + escaped + "=" + escaped
        }) {
      var answer = http.ask("GET", target, "", "");
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
      assertThat(answer.text()).doesNotContain("X-Injected: 1");
    }
  }

  @ParameterizedTest
  @MethodSource("wildrydes.local.hostile.HostileStrings#all")
  void isNoPickupAndNoKeyAndNoContentType(String text) throws IOException {
    String value = json.writeValueAsString(text);
    String line = text.replaceAll("[\r\n]", " ");

    assertThat(http.ask("POST", "/ride", "", "{\"PickupLocation\":" + value + "}").status())
        .isEqualTo(422);
    assertThat(http.ask("POST", "/ride", "Content-Type: " + line + "\r\n", "{}").status())
        .isIn(400, 415, 422);
    // The fields are wrong as well: no key may make a ride of that.
    assertThat(http.ask("POST", "/ride", "Idempotency-Key: " + line + "\r\n", "{}").status())
        .isIn(400, 422);
  }

  @Test
  void bytesOfNoAsciiAreNoKey() throws IOException {
    for (String bytes : new String[] {"é", "\u0080", "\uD83E\uDD84", "a\u00FFb"}) {
      var answer =
          http.ask("POST", "/ride", "Idempotency-Key: " + bytes + "\r\n", SEATTLE.formatted("1"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.body()).contains("invalid-idempotency-key");
    }
  }

  private static String percentEncoded(String text) {
    var escaped = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      escaped.append("%%%02X".formatted(b & 0xFF));
    }
    return escaped.toString();
  }
}
