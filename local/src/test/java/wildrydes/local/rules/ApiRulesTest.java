package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.HttpApi;
import wildrydes.emulators.template.Resource;

/** The API in front: what it lets in, and what a browser may do. */
class ApiRulesTest {

  private final Resource api = TEMPLATE.resource("RideApi");

  @Test
  void theApiHasTheTwoRoutesOfTheContract() {
    assertThat(TEMPLATE.functions().stream().flatMap(function -> function.routes().stream()))
        .extracting(route -> route.method() + " " + route.path())
        .containsExactlyInAnyOrder("POST /ride", "GET /ride/{rideId}");
  }

  /** The classic sample's event has this shape, and its claims stand where we look. */
  @Test
  void everyRouteUsesPayloadFormat1() {
    assertThat(routes())
        .allSatisfy(
            route ->
                assertThat(route.path("PayloadFormatVersion").asText())
                    .as("%s: PayloadFormatVersion", route.path("Path"))
                    .isEqualTo("1.0"));
  }

  /** A route without ApiId lands in an implicit API, which asks nobody for a token. */
  @Test
  void everyRouteAsksForAToken() {
    String authorizer = api.properties().at("/Auth/DefaultAuthorizer").asText();

    assertThat(TEMPLATE.httpApis()).extracting(HttpApi::authorized).containsExactly(true);
    assertThat(api.properties().at("/Auth/Authorizers").has(authorizer))
        .as("DefaultAuthorizer must be one of Authorizers")
        .isTrue();
    assertThat(routes())
        .isNotEmpty()
        .allSatisfy(
            route -> {
              assertThat(route.path("ApiId").asText()).as("ApiId").isEqualTo("localRideApi");
              assertThat(route.at("/Auth/Authorizer").isMissingNode())
                  .as("%s: no authorizer of its own", route)
                  .isTrue();
            });
  }

  @Test
  void tokensComeFromTheStacksOwnRiders() {
    JsonNode riders = api.properties().at("/Auth/Authorizers/Riders");

    assertThat(riders.path("IdentitySource").asText()).isEqualTo("$request.header.Authorization");
    assertThat(riders.at("/JwtConfiguration/issuer").asText())
        .isEqualTo(
            "https://cognito-idp.eu-north-1.amazonaws.com/"
                + TEMPLATE.outputs().get("RidersUserPoolId"));
    assertThat(texts(riders.at("/JwtConfiguration/audience")))
        .containsExactly(TEMPLATE.outputs().get("RidersUserPoolClientId"));
  }

  @Test
  void aBrowserMaySendAndReadWhatTheContractNeeds() {
    HttpApi.Cors cors = TEMPLATE.httpApis().getFirst().cors().orElseThrow();

    assertThat(cors.allowMethods()).containsExactlyInAnyOrder("GET", "POST");
    assertThat(cors.allowHeaders())
        .containsExactlyInAnyOrder("authorization", "content-type", "idempotency-key", "prefer");
    assertThat(cors.exposeHeaders())
        .containsExactlyInAnyOrder("location", "retry-after", "preference-applied");
    assertThat(api.properties().at("/CorsConfiguration/AllowCredentials").asBoolean())
        .as("AllowCredentials: the token travels in a header, and any origin may be allowed")
        .isFalse();
  }

  @Test
  void theApiIsThrottled() {
    JsonNode settings = api.properties().path("DefaultRouteSettings");

    assertThat(settings.path("ThrottlingRateLimit").asDouble()).isPositive();
    assertThat(settings.path("ThrottlingBurstLimit").asInt()).isPositive();
  }

  /** API Gateway takes one line, and asks for the request's id in it. */
  @Test
  void theAccessLogTellsTheRequestAndNothingPersonal() {
    String format = api.properties().at("/AccessLogSettings/Format").asText();

    assertThat(format)
        .contains("$context.requestId")
        .doesNotContain("\n")
        .doesNotContain("$context.path")
        .doesNotContain("authorizer.claims")
        .doesNotContain("sourceIp");
    assertThat(api.properties().at("/AccessLogSettings/DestinationArn").asText())
        .contains(TEMPLATE.resource("RideApiLogGroup").name());
  }

  @Test
  void theOutputsTellWhereApiAndQueuesAre() {
    List<String> queues =
        TEMPLATE.queues().stream().map(queue -> queue.logicalId() + "Url").toList();

    assertThat(TEMPLATE.outputs())
        .containsKeys("RideApiUrl", "DashboardUrl", "RidersUserPoolId", "RidersUserPoolClientId")
        .containsKeys(queues.toArray(String[]::new));
    assertThat(TEMPLATE.outputs().get("RideApiUrl"))
        .isEqualTo("https://localRideApi.execute-api.eu-north-1.amazonaws.com");
  }

  private static List<JsonNode> routes() {
    return TEMPLATE.functions().stream()
        .flatMap(function -> ProductTemplate.events(function, "HttpApi").stream())
        .map(event -> event.path("Properties"))
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
