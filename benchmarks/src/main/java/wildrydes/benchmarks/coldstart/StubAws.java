package wildrydes.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import wildrydes.emulators.LoopbackServer;

/**
 * DynamoDB, SQS and CloudWatch, as far as one ride needs them: the same answers always, at once, so
 * that a function's start is all that takes time.
 */
final class StubAws implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private StubAws(HttpServer server) {
    this.server = server;
  }

  static StubAws start() throws IOException {
    var stub = new StubAws(LoopbackServer.bind(0));
    stub.server.setExecutor(stub.threads);
    stub.server.createContext("/", StubAws::answer);
    stub.server.start();
    return stub;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a function needs to find it. */
  Map<String, String> environment() {
    String endpoint = endpoint().toString();
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_REGION", "us-west-2");
    environment.put("AWS_ACCESS_KEY_ID", "key");
    environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    environment.put("AWS_SESSION_TOKEN", "token");
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    environment.put("AWS_ENDPOINT_URL_SQS", endpoint);
    environment.put("AWS_ENDPOINT_URL_CLOUDWATCH", endpoint);
    // SnapStart's credentials come from an address.
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", endpoint + "/credentials");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
    return environment;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      boolean credentials = exchange.getRequestURI().getPath().equals("/credentials");
      byte[] answer =
          credentials
              ? CannedAnswers.credentials()
              : target.map(t -> CannedAnswers.to(t, request)).orElseGet(CannedAnswers::emptyCbor);
      var headers = exchange.getResponseHeaders();
      if (target.isPresent() || credentials) {
        headers.set("Content-Type", "application/x-amz-json-1.0");
      } else {
        headers.set("Content-Type", "application/cbor");
        headers.set("Smithy-Protocol", "rpc-v2-cbor");
      }
      if (target.filter(t -> t.startsWith("DynamoDB")).isPresent()) {
        var checksum = new CRC32();
        checksum.update(answer);
        headers.set("x-amz-crc32", Long.toString(checksum.getValue()));
      }
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
