package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.TimeWindow;
import wildrydes.emulators.template.HttpApi;
import wildrydes.emulators.template.ServerlessFunction.Route;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LambdaFunction;
import wildrydes.local.metrics.ApiMetrics;

class HttpFrontTest {

  private static final HttpApi API = new HttpApi("RideApi", "Rides", false, Optional.empty());

  @Test
  void everyRequestIsCountedAsApiGatewayCounts() throws Exception {
    var store = new MetricStore(InstantSource.system());
    var metrics = new ApiMetrics(store, API.id());
    var begin = Instant.now();
    try (var front = HttpFront.start(0, API, new RouteTable(), metrics, Map.of());
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(front.endpoint().resolve("/nothing")).build();

      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    }

    assertThat(total(store, "Count", begin)).isEqualTo(1);
    assertThat(total(store, "4xx", begin)).isEqualTo(1);
    assertThat(total(store, "5xx", begin)).isZero();
    assertThat(total(store, "Latency", begin)).isPositive();
  }

  @Test
  void aRouteThatAsksForAScopeForbidsWhoeverHasNone() throws Exception {
    var authorized = new HttpApi("RideApi", "Rides", true, Optional.empty());
    var routes = new RouteTable();
    var echo = new Echo();
    routes.add(new Route("GET", "/open", List.of()), echo);
    routes.add(new Route("GET", "/asking", List.of("rides/ask")), echo);
    var metrics = new ApiMetrics(new MetricStore(InstantSource.system()), API.id());
    try (var front = HttpFront.start(0, authorized, routes, metrics, Map.of());
        var client = HttpClient.newHttpClient()) {
      Function<String, HttpRequest> get =
          path ->
              HttpRequest.newBuilder(front.endpoint().resolve(path))
                  .header("Authorization", "Bearer alice")
                  .build();

      var open = client.send(get.apply("/open"), BodyHandlers.ofString());
      var asking = client.send(get.apply("/asking"), BodyHandlers.ofString());

      assertThat(open.statusCode()).isEqualTo(200);
      assertThat(open.headers().firstValue("Apigw-Requestid")).contains(echo.requestId);
      assertThat(asking.statusCode()).isEqualTo(403);
      assertThat(asking.body()).isEqualTo("{\"message\":\"Forbidden\"}");
      assertThat(asking.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer scope=\"rides/ask\" error=\"insufficient_scope\"");
    }
  }

  /** Remembers which request it was asked. */
  private static final class Echo implements LambdaFunction {

    private volatile String requestId = "";

    @Override
    public String name() {
      return "Echo";
    }

    @Override
    public Invocation invoke(byte[] event) {
      try {
        requestId = new JsonMapper().readTree(event).at("/requestContext/requestId").asText();
        return new Invocation.Answered("{\"statusCode\":200}".getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static double total(MetricStore store, String metric, Instant begin) {
    var id = MetricId.of("AWS/ApiGateway", metric, Map.of("ApiId", "localRideApi"));
    var window = new TimeWindow(begin, Instant.now().plusSeconds(1), 60);
    return store.read(id, Optional.empty(), window).values().stream()
        .mapToDouble(Distribution::sum)
        .sum();
  }
}
