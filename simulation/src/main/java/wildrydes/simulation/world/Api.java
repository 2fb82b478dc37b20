package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wildrydes.messages.Location;
import wildrydes.simulation.engine.SimulatedThread;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.world.Functions.Environment;

/** API Gateway in front of the request API: one environment per request, and 502 if it dies. */
final class Api {

  /** What a client gets. */
  record Reply(int status, String body, Map<String, String> headers) {}

  private static final Reply BAD_GATEWAY = new Reply(502, "", Map.of());

  private final Cloud cloud;
  private final Functions functions;
  private final int timeoutSeconds = Deployment.function("RequestApi").timeoutSeconds();

  Api(Cloud cloud, Functions functions) {
    this.cloud = cloud;
    this.functions = functions;
  }

  /**
   * Requests a ride.
   *
   * @param waitSeconds for which the client would wait for the outcome
   */
  Reply post(String rider, Location pickup, Optional<String> key, int waitSeconds) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.put("Prefer", "wait=" + waitSeconds);
    key.ifPresent(k -> headers.put("Idempotency-Key", k));
    String body =
        "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}"
            .formatted(pickup.latitude(), pickup.longitude());
    return send(request(rider, "POST", "/ride").withHeaders(headers).withBody(body));
  }

  Reply get(String rider, String rideId, int waitSeconds) {
    return send(
        request(rider, "GET", "/ride/" + rideId)
            .withHeaders(Map.of("Prefer", "wait=" + waitSeconds)));
  }

  private static APIGatewayProxyRequestEvent request(String rider, String method, String path) {
    var context = new ProxyRequestContext();
    context.setAuthorizer(Map.of("claims", Map.of("username", rider)));
    context.setRequestId("simulated");
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(method)
        .withPath(path)
        .withRequestContext(context);
  }

  private Reply send(APIGatewayProxyRequestEvent event) {
    var environment = functions.requestApi();
    SimulatedThread client = cloud.scheduler().current();
    @Nullable Reply[] reply = {null};
    cloud
        .scheduler()
        .start(
            environment.machine(),
            () -> {
              Reply answer = BAD_GATEWAY;
              try {
                answer = handle(environment, event);
                functions.idleApi(environment);
              } finally {
                reply[0] = answer;
                cloud.scheduler().after(Duration.ZERO, client::wake);
              }
            });
    client.suspendUntil(() -> reply[0] != null);
    Reply answer = reply[0] == null ? BAD_GATEWAY : reply[0];
    String asked = event.getHttpMethod() + " " + event.getPath();
    cloud.history().replied(asked, answer.status(), answer.body());
    return answer;
  }

  private Reply handle(
      Environment<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> environment,
      APIGatewayProxyRequestEvent event) {
    try {
      var context = functions.context(environment.machine(), timeoutSeconds);
      var response = environment.handler().code().handleRequest(event, context);
      return new Reply(response.getStatusCode(), response.getBody(), response.getHeaders());
    } catch (RuntimeException e) {
      cloud.history().violation(Rule.THE_API_NEVER_THROWS, event.getPath() + " threw " + e);
      return BAD_GATEWAY;
    }
  }
}
