package wildrydes.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.TimeWindow;
import wildrydes.emulators.template.HttpApi;
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

  private static double total(MetricStore store, String metric, Instant begin) {
    var id = MetricId.of("AWS/ApiGateway", metric, Map.of("ApiId", "localRideApi"));
    var window = new TimeWindow(begin, Instant.now().plusSeconds(1), 60);
    return store.read(id, Optional.empty(), window).values().stream()
        .mapToDouble(Distribution::sum)
        .sum();
  }
}
