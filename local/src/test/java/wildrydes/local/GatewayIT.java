package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The API's front, as API Gateway would answer: tokens and browsers of other origins. */
class GatewayIT {

  private static final LocalPipeline PIPELINE = SharedPipeline.get();

  private final City city = City.somewhere(PIPELINE);
  private final Rider alice = rider("alice");

  @Test
  void withoutATokenTheGatewayRefuses() {
    var request =
        HttpRequest.newBuilder(PIPELINE.endpoints().api().resolve("/ride"))
            .header("Origin", "https://rydes.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));

    HttpResponse<String> response = Rider.send(request);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.headers().firstValue("Apigw-Requestid").orElseThrow()).hasSize(16);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void theGatewaysIdOfARequestIsTheOneInAProblem() {
    HttpResponse<String> refused = alice.post("{}");

    assertThat(refused.headers().firstValue("Apigw-Requestid"))
        .contains(Rider.json(refused).get("requestId").textValue());
  }

  @Test
  void aTokenForAnotherUseIsOfNobody() {
    long soon = System.currentTimeMillis() / 1000 + 60;
    String claims = "{\"username\":\"carol\",\"token_use\":\"other\",\"exp\":" + soon + "}";

    HttpResponse<String> refused = rider(token(claims)).get("AAAAAAAAAAAAAAAAAAAAAA");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Rider.json(refused).get("type").textValue()).isEqualTo("unauthenticated");
  }

  @Test
  void aJsonWebTokenNamesItsRiderUntilItExpires() {
    city.add("Near", 0.01);
    long now = System.currentTimeMillis() / 1000;

    var valid = rider(token("{\"cognito:username\":\"carol\",\"exp\":" + (now + 60) + "}"));
    var expired = rider(token("{\"cognito:username\":\"carol\",\"exp\":" + (now - 60) + "}"));

    assertThat(Rider.json(valid.post(Rider.body(city.center()))).get("Rider").textValue())
        .isEqualTo("carol");
    HttpResponse<String> refused = expired.post(Rider.body(city.center()));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("the token has expired");
  }

  @Test
  void whatIsNoRouteIsTheGatewaysToRefuse() {
    var request = HttpRequest.newBuilder(PIPELINE.endpoints().api().resolve("/rides"));

    HttpResponse<String> response = Rider.send(request.header("Authorization", "Bearer alice"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void whatIsFarTooLargeIsTheGatewaysToRefuse() {
    HttpResponse<String> response = alice.post(" ".repeat(10 * 1024 * 1024 + 1));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void browsersOfOtherOriginsMayAsk() {
    var preflight =
        HttpRequest.newBuilder(PIPELINE.endpoints().api().resolve("/ride"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .headers("Origin", "https://rydes.example", "Access-Control-Request-Method", "POST");

    HttpResponse<String> response = Rider.send(preflight);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("idempotency-key");
    var answer = alice.post("{}", "Origin", "https://rydes.example");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  private static Rider rider(String name) {
    return new Rider(PIPELINE.endpoints().api(), name);
  }

  private static String token(String claims) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".signature";
  }
}
