package wildrydes.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.store.MetricSample;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/** What API Gateway publishes as {@code AWS/ApiGateway}, by API. */
public record ApiMetrics(MetricStore store, String apiId) {

  /** Publishes one request, by its answer's status and the time that it took. */
  public void answered(Instant start, Duration latency, int status) {
    put("Count", StandardUnit.COUNT, start, 1);
    put("4xx", StandardUnit.COUNT, start, status / 100 == 4 ? 1 : 0);
    put("5xx", StandardUnit.COUNT, start, status / 100 == 5 ? 1 : 0);
    put("Latency", StandardUnit.MILLISECONDS, start, latency.toNanos() / 1e6);
  }

  private void put(String metric, StandardUnit unit, Instant time, double value) {
    store.put("AWS/ApiGateway", MetricSample.of(metric, Map.of("ApiId", apiId), unit, time, value));
  }
}
