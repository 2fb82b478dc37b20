package wildrydes.emulators.cloudwatch;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import wildrydes.emulators.LoopbackServer;
import wildrydes.emulators.cloudwatch.api.Operations;
import wildrydes.emulators.cloudwatch.http.HttpFront;
import wildrydes.emulators.cloudwatch.metrics.GetMetricData;
import wildrydes.emulators.cloudwatch.metrics.GetMetricStatistics;
import wildrydes.emulators.cloudwatch.metrics.ListMetrics;
import wildrydes.emulators.cloudwatch.metrics.PutMetricData;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * CloudWatch on 127.0.0.1, in memory: metrics are gone once it is closed. Credentials and regions
 * are not looked at, so all callers share one account.
 */
public final class CloudWatchEmulator implements AutoCloseable {

  private final MetricStore metrics;
  private final Operations operations;
  private final HttpServer server;
  private final ExecutorService callers;

  private CloudWatchEmulator(
      MetricStore metrics, Operations operations, HttpServer server, ExecutorService callers) {
    this.metrics = metrics;
    this.operations = operations;
    this.server = server;
    this.callers = callers;
  }

  /**
   * Listens once it returns.
   *
   * @param port 0 takes any free one
   * @throws java.net.BindException when the port is taken
   */
  public static CloudWatchEmulator start(int port, InstantSource clock) throws IOException {
    var server = LoopbackServer.bind(port);
    var metrics = new MetricStore(clock);
    var callers = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(callers);
    var operations = operations(metrics, clock);
    server.createContext("/", new HttpFront(operations));
    server.start();
    return new CloudWatchEmulator(metrics, operations, server, callers);
  }

  private static Operations operations(MetricStore metrics, InstantSource clock) {
    return new Operations(
        Map.of(
            "PutMetricData", new PutMetricData(metrics, clock),
            "ListMetrics", new ListMetrics(metrics, clock),
            "GetMetricStatistics", new GetMetricStatistics(metrics),
            "GetMetricData", new GetMetricData(metrics, clock)));
  }

  /** {@code http://127.0.0.1:PORT}, without a trailing slash. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public MetricStore metrics() {
    return metrics;
  }

  /** The same API for a page that is served elsewhere: only what changes nothing. */
  public HttpHandler reader() {
    return new HttpFront(operations.thatOnlyRead());
  }

  @Override
  public void close() {
    server.stop(0);
    callers.shutdownNow();
  }
}
