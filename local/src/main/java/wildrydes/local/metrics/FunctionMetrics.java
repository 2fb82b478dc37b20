package wildrydes.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.store.MetricSample;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/** What Lambda publishes as {@code AWS/Lambda}, by function. */
public final class FunctionMetrics {

  private final MetricStore store;

  public FunctionMetrics(MetricStore store) {
    this.store = store;
  }

  /**
   * Publishes one invocation.
   *
   * @param concurrency how many ran at its start, itself included
   * @param error whether it threw or timed out
   */
  public void invoked(
      String function, Instant start, Duration duration, int concurrency, boolean error) {
    put(function, "Invocations", StandardUnit.COUNT, start, 1);
    put(function, "Errors", StandardUnit.COUNT, start, error ? 1 : 0);
    // Nothing is throttled here; without the zeros the dashboard could not say so.
    put(function, "Throttles", StandardUnit.COUNT, start, 0);
    put(function, "ConcurrentExecutions", StandardUnit.COUNT, start, concurrency);
    put(function, "Duration", StandardUnit.MILLISECONDS, start, duration.toNanos() / 1e6);
  }

  private void put(String function, String metric, StandardUnit unit, Instant time, double value) {
    store.put(
        "AWS/Lambda", MetricSample.of(metric, Map.of("FunctionName", function), unit, time, value));
  }
}
