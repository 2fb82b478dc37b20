package wildrydes.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class WholeRequestsTest {

  private record Received(String length, Optional<String> coding, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server = server();

  @BeforeEach
  void start() {
    server.createContext("/", this::receive);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theServiceStillLearnsTheLengthAndGetsTheWholeBody() throws IOException {
    try (var http = new WholeRequests(UrlConnectionHttpClient.create())) {
      int first = status(http, post("a ride für dich"));
      int second = status(http, post("another"));

      assertThat(List.of(first, second)).containsOnly(200);
    }

    assertThat(received)
        .containsExactly(
            new Received("16", Optional.empty(), "a ride für dich"),
            new Received("7", Optional.empty(), "another"));
  }

  @Test
  void theJdkIsToldNoLengthForElseItListensBeforeItSends() {
    var client = new Noting();

    var _ = new WholeRequests(client).prepareRequest(post("a ride"));

    assertThat(client.prepared).hasSize(1);
    assertThat(client.prepared.getFirst().httpRequest().headers()).containsOnlyKeys("Host", "Mine");
  }

  private HttpExecuteRequest post(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return HttpExecuteRequest.builder()
        .request(
            SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .putHeader("Host", "127.0.0.1")
                .putHeader("Mine", "kept")
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .build())
        .contentStreamProvider(ContentStreamProvider.fromByteArray(bytes))
        .build();
  }

  private static int status(SdkHttpClient http, HttpExecuteRequest request) throws IOException {
    var response = http.prepareRequest(request).call();
    response.responseBody().ifPresent(body -> body.abort());
    return response.httpResponse().statusCode();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      received.add(
          new Received(
              requireNonNull(headers.getFirst("Content-Length")),
              Optional.ofNullable(headers.getFirst("Transfer-Encoding")),
              body));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends nothing. */
  private static final class Noting implements SdkHttpClient {

    private final List<HttpExecuteRequest> prepared = new CopyOnWriteArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      prepared.add(request);
      return UrlConnectionHttpClient.create().prepareRequest(request);
    }

    @Override
    public void close() {}
  }
}
