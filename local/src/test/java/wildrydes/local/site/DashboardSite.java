package wildrydes.local.site;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;

/**
 * A local CloudWatch of a test's own with the dashboard's page before it, and the SDK to fill it.
 * All metrics are of the namespace {@code Test}.
 */
final class DashboardSite implements AutoCloseable {

  private final CloudWatchEmulator cloudWatch;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  final CloudWatchClient client;
  private final HttpServer server;
  private volatile boolean hung;

  private DashboardSite(CloudWatchEmulator cloudWatch) throws IOException {
    this.cloudWatch = cloudWatch;
    client =
        CloudWatchClient.builder()
            .endpointOverride(cloudWatch.endpoint())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    server = listen();
  }

  static DashboardSite start() throws IOException {
    return new DashboardSite(CloudWatchEmulator.start(0, InstantSource.system()));
  }

  /** A full minute some minutes before the test began, however long it takes. */
  Instant minutesAgo(int minutes) {
    return begun.minus(minutes, ChronoUnit.MINUTES);
  }

  void put(String metric, Instant time, double value) {
    put(metric, time, value, StandardUnit.COUNT);
  }

  void put(String metric, Instant time, double value, StandardUnit unit) {
    var datum =
        MetricDatum.builder().metricName(metric).timestamp(time).value(value).unit(unit).build();
    client.putMetricData(request -> request.namespace("Test").metricData(datum));
  }

  /**
   * Puts a dashboard.
   *
   * @param widgets JSON objects with commas between them
   */
  void dashboard(String name, String... widgets) {
    String body = "{\"start\": \"-PT15M\", \"widgets\": [%s]}".formatted(String.join(",", widgets));
    client.putDashboard(request -> request.dashboardName(name).dashboardBody(body));
  }

  /**
   * A metric widget of half the grid's width.
   *
   * @param properties all but the region, as JSON with single quotes
   */
  static String metric(int x, int y, String properties) {
    return """
        {"type": "metric", "x": %d, "y": %d, "width": 12, "height": 6,
         "properties": {"region": "us-west-2", %s}}"""
        .formatted(x, y, properties.replace('\'', '"'));
  }

  URI page(String query) {
    return URI.create(
        "http://127.0.0.1:%d/dashboard?%s".formatted(server.getAddress().getPort(), query));
  }

  /** From now on no request is answered; the port stays taken, so nobody else can come by it. */
  void hangUp() {
    hung = true;
  }

  void answerAgain() {
    hung = false;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
    cloudWatch.close();
    callers.shutdownNow();
  }

  private HttpServer listen() throws IOException {
    var listening =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    Map<String, HttpHandler> byPath =
        Map.of(
            "/dashboard", Assets.page("dashboard.html"),
            "/_local/assets/", Assets.below("/_local/assets/"),
            "/_local/cloudwatch", cloudWatch.reader());
    byPath.forEach(
        (path, handler) ->
            listening.createContext(
                path,
                exchange -> {
                  try (exchange) {
                    if (!hung) {
                      handler.handle(exchange);
                    }
                  }
                }));
    listening.setExecutor(callers);
    listening.start();
    return listening;
  }
}
