package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.local.SharedPipeline;

/** What is served beside the API, and to whom. */
class SiteIT {

  private static final URI API = SharedPipeline.get().endpoints().api();

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/dashboard",
        "/docs/runbook.md",
        "/_local/runbook.md",
        "/docs/openapi.yaml",
        "/_local/assets/theme.css",
        "/_local/assets/lib/chart.js/dist/chart.umd.min.js",
        "/_local/assets/lib/chartjs-plugin-annotation/dist/chartjs-plugin-annotation.min.js",
        "/_local/assets/lib/marked/lib/marked.umd.js",
        "/_local/assets/lib/dompurify/dist/purify.min.js"
      })
  void pagesAndTheirPartsComeFromThisMachineAlone(String path) throws Exception {
    var response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_local/assets/../Site.class",
        "/_local/assets/%2e%2e/%2e%2e/%2e%2e/log4j2.xml",
        "/_local/assets/lib/chart.js/../../../../log4j2.json",
        "/_local/assets/",
        "/_local/assets/nothing.js",
        "/_local/assets/lib/nothing/at/all.js"
      })
  void nothingElseOfTheClassPathIsServed(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aPathOfNoPageIsTheApisToAnswer() throws Exception {
    var response = get("/dashboards");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void aPageCannotBeWritten() throws Exception {
    var request = HttpRequest.newBuilder(API.resolve("/")).POST(BodyPublishers.ofString("{}"));

    var response = client.send(request.build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void metricsCanBeReadThroughIt() throws Exception {
    var response = cloudWatch("ListMetrics", "{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("ApproximateNumberOfMessagesVisible");
  }

  @Test
  void nothingCanBeChangedThroughIt() throws Exception {
    var response = cloudWatch("PutMetricData", "{\"Namespace\":\"X\",\"MetricData\":[]}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("PutMetricData is not implemented");
  }

  /** Otherwise a site that points its own name to 127.0.0.1 could read everything. */
  @Test
  void whoAsksForAnotherNameIsSentAway() throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), API.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: rydes.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();

      assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421 ")
          .contains("127.0.0.1 or localhost");
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    // URI.resolve would take the dots away.
    return client.send(
        HttpRequest.newBuilder(URI.create(API + path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> cloudWatch(String operation, String request) throws Exception {
    return client.send(
        HttpRequest.newBuilder(API.resolve("/_local/cloudwatch"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
            .POST(BodyPublishers.ofString(request))
            .build(),
        BodyHandlers.ofString());
  }
}
