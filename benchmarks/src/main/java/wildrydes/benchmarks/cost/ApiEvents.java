package wildrydes.benchmarks.cost;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import wildrydes.messages.Location;

/** Requests as an HTTP API hands them over for a browser: with its headers, token and claims. */
final class ApiEvents {

  /** About as long as Cognito's ID tokens are. */
  private static final String TOKEN = "eyJraWQiOiJLTzRV".repeat(60);

  private ApiEvents() {}

  static APIGatewayProxyRequestEvent post(String rider, Location pickup) {
    String body =
        String.format(
            Locale.ROOT,
            "{\"PickupLocation\":{\"Latitude\":%.6f,\"Longitude\":%.6f}}",
            pickup.latitude(),
            pickup.longitude());
    return event(rider, "POST", "/ride", "/ride").withBody(body);
  }

  static APIGatewayProxyRequestEvent get(String rider, String rideId) {
    return event(rider, "GET", "/ride/{rideId}", "/ride/" + rideId)
        .withPathParameters(Map.of("rideId", rideId));
  }

  private static APIGatewayProxyRequestEvent event(
      String rider, String method, String resource, String path) {
    var context =
        new ProxyRequestContext()
            .withAccountId("000000000000")
            .withApiId("a1b2c3d4e5")
            .withStage("$default")
            .withRequestId(UUID.randomUUID().toString())
            .withHttpMethod(method)
            .withPath(path)
            .withResourcePath(resource)
            .withIdentity(
                new RequestIdentity().withSourceIp("192.0.2.1").withUserAgent("Mozilla/5.0"));
    context.setAuthorizer(
        Map.of(
            "claims",
            Map.of(
                "sub", UUID.randomUUID().toString(),
                "cognito:username", rider,
                "email", rider + "@example.com",
                "email_verified", "true",
                "iss", "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI",
                "aud", "1h57kf5cpq17m0eml12EXAMPLE",
                "token_use", "id",
                "auth_time", "1763800000",
                "exp", "1763803600"),
            "scopes",
            ""));
    return new APIGatewayProxyRequestEvent()
        .withResource(resource)
        .withPath(path)
        .withHttpMethod(method)
        .withHeaders(
            Map.of(
                "accept", "application/json",
                "accept-encoding", "gzip, deflate, br",
                "accept-language", "en-US,en;q=0.9",
                "authorization", TOKEN,
                "content-type", "application/json",
                "host", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
                "origin", "https://www.example.com",
                "user-agent",
                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                        + " Safari/537.36",
                "x-amzn-trace-id", "Root=1-6920f0c4-0123456789abcdef01234567"))
        .withRequestContext(context);
  }
}
