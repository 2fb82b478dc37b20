package wildrydes.local.packed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import wildrydes.emulators.Stack;
import wildrydes.emulators.lambda.RuntimeApi;
import wildrydes.local.packed.Border.Side;

/**
 * Stands between one process and everything it calls: DynamoDB, SQS, CloudWatch and the Runtime
 * API. So somebody else can act at the moment just before a call has its effect, or just after it
 * while the process still waits for the answer.
 */
final class CallProxy implements AutoCloseable {

  /** How a function's own answer to an event is called here. */
  static final String ANSWER = "response";

  /** How the call is called by which a function waits for an event. */
  static final String EVENT = "next";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What each side of the proxy says for itself. */
  private static final Set<String> OWN_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    OWN_HEADERS.addAll(
        Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding"));
  }

  /**
   * One call of the process.
   *
   * @param name of the operation: {@code UpdateItem}, {@code SendMessage}, {@code response}
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes in transit: nobody compares two calls.
  record Call(String name, byte[] body) {}

  /** Is told of each call twice: before it goes on, and once its effect is there. */
  interface Watcher {

    /**
     * May end the process.
     *
     * @return whether to go on; else the call gets no further
     */
    boolean lets(Call call, Side side);

    /** The service refused the call, so it had no effect. */
    void refused(Call call);
  }

  /** Where the calls go on to. */
  record Services(URI dynamoDb, URI sqs, URI cloudWatch, URI runtime) {

    static Services of(Deployment deployment, RuntimeApi api) {
      Stack stack = deployment.stack();
      return new Services(
          stack.dynamoDbEndpoint(),
          stack.sqsEndpoint(),
          deployment.cloudWatch().endpoint(),
          URI.create("http://" + api.address()));
    }

    private URI of(String target, String path) {
      if (path.startsWith(RuntimeApi.ROOT)) {
        return runtime;
      }
      return target.startsWith("DynamoDB") ? dynamoDb : target.isEmpty() ? cloudWatch : sqs;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Services services;
  private final Watcher watcher;

  private CallProxy(HttpServer server, Services services, Watcher watcher) {
    this.server = server;
    this.services = services;
    this.watcher = watcher;
  }

  static CallProxy start(Services services, Watcher watcher) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var proxy = new CallProxy(HttpServer.create(loopback, 0), services, watcher);
    proxy.server.setExecutor(proxy.threads);
    proxy.server.createContext("/", proxy::serve);
    proxy.server.start();
    return proxy;
  }

  /** {@code 127.0.0.1:PORT}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI path = exchange.getRequestURI();
      String target =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
      var call = new Call(nameOf(target, path), exchange.getRequestBody().readAllBytes());
      if (!watcher.lets(call, Side.BEFORE)) {
        return;
      }
      var response = forward(exchange, services.of(target, path.getPath()).resolve(path), call);
      if (response.statusCode() >= 300) {
        watcher.refused(call);
      } else if (!watcher.lets(call, Side.AFTER)) {
        return;
      }
      answer(exchange, response);
    }
  }

  /** SQS and DynamoDB name the operation in a header, CloudWatch and Lambda in the path. */
  private static String nameOf(String target, URI path) {
    String name = target.isEmpty() ? path.getPath() : target;
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
  }

  private static HttpResponse<byte[]> forward(HttpExchange exchange, URI to, Call call)
      throws IOException {
    var request =
        HttpRequest.newBuilder(to)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(call.body()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
