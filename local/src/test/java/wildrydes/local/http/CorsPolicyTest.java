package wildrydes.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.emulators.template.HttpApi.Cors;

class CorsPolicyTest {

  private static final String PAGE = "https://rydes.example";

  private final CorsPolicy anyOrigin = new CorsPolicy(Optional.of(policy("*")));
  private final CorsPolicy oneOrigin = new CorsPolicy(Optional.of(policy(PAGE)));

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 404, 413, 429, 500, 503})
  void everyAnswerMayBeReadByThePage(int status) {
    var answer = oneOrigin.applied(HttpAnswer.message(status, "x"), from(PAGE));

    assertThat(answer.headers())
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .containsEntry("Access-Control-Expose-Headers", "location,retry-after")
        .containsEntry("Content-Type", "application/json");
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void anyOriginIsNotNamed() {
    assertThat(anyOrigin.applied(HttpAnswer.message(200, "x"), from(PAGE)).headers())
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @ParameterizedTest
  @CsvSource({
    "https://others.example",
    "http://rydes.example",
    "https://rydes.example.evil.example",
    "null"
  })
  void otherOriginsAreToldNothing(String origin) {
    assertThat(oneOrigin.applied(HttpAnswer.message(200, "x"), from(origin)).headers())
        .containsOnlyKeys("Content-Type");
    assertThat(oneOrigin.preflight(from(origin)).headers()).isEmpty();
    assertThat(oneOrigin.applied(HttpAnswer.message(200, "x"), new Headers()).headers())
        .containsOnlyKeys("Content-Type");
  }

  @Test
  void aFunctionsOwnWordDoesNotCountOnceThereIsAPolicy() {
    var answer = HttpAnswer.message(200, "x").with("access-control-allow-origin", "*");

    assertThat(oneOrigin.applied(answer, from("https://others.example")).headers())
        .containsOnlyKeys("Content-Type");
    assertThat(new CorsPolicy(Optional.empty()).applied(answer, from(PAGE)).headers())
        .containsEntry("access-control-allow-origin", "*");
  }

  @Test
  void aBrowserIsToldBeforehandWhatItMaySend() {
    var answer = oneOrigin.preflight(from(PAGE));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers())
        .isEqualTo(
            Map.of(
                "Access-Control-Allow-Origin", PAGE,
                "Access-Control-Allow-Methods", "GET,POST",
                "Access-Control-Allow-Headers", "authorization",
                "Access-Control-Max-Age", "600"));
  }

  private static Cors policy(String origin) {
    return new Cors(
        List.of(origin),
        List.of("GET", "POST"),
        List.of("authorization"),
        List.of("location", "retry-after"),
        600);
  }

  private static Headers from(String origin) {
    var headers = new Headers();
    headers.set("Origin", origin);
    return headers;
  }
}
