package wildrydes.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wildrydes.emulators.LoopbackServer;
import wildrydes.emulators.template.HttpApi;
import wildrydes.local.http.LocalAuthorizer.Identity;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.metrics.ApiMetrics;

/** The API's HTTP server, on 127.0.0.1 alone: it asks for no real sign-in. */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** API Gateway's limit. */
  private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  private final HttpServer server;
  private final boolean authorized;
  private final CorsPolicy cors;
  private final RouteTable routes;
  private final ApiMetrics metrics;
  private final Map<String, HttpHandler> beside;
  private final LocalAuthorizer authorizer = new LocalAuthorizer(InstantSource.system());

  private HttpFront(
      HttpServer server,
      HttpApi api,
      RouteTable routes,
      ApiMetrics metrics,
      Map<String, HttpHandler> beside) {
    this.server = server;
    this.authorized = api.authorized();
    this.cors = new CorsPolicy(api.cors());
    this.routes = routes;
    this.metrics = metrics;
    this.beside = beside;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param beside what else is served there, by path; a path that ends with a slash stands for all
   *     below it
   * @throws BindException naming the port, when it is taken
   */
  public static HttpFront start(
      int port, HttpApi api, RouteTable routes, ApiMetrics metrics, Map<String, HttpHandler> beside)
      throws IOException {
    HttpServer server;
    try {
      server = LoopbackServer.bind(port);
    } catch (BindException e) {
      throw new BindException(
          "Port " + port + " of 127.0.0.1 is taken. Stop what uses it, or choose another.");
    }
    var front = new HttpFront(server, api, routes, metrics, beside);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", front::handle);
    server.start();
    return front;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var page = beside(exchange);
      if (page.isPresent()) {
        page.get().handle(exchange);
        return;
      }
      Instant start = Instant.now();
      String requestId = RequestId.next();
      HttpAnswer answer = answer(exchange, requestId);
      metrics.answered(start, Duration.between(start, Instant.now()), answer.status());
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.getResponseHeaders().set("Apigw-Requestid", requestId);
      boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  /** The API's own routes come first. */
  private Optional<HttpHandler> beside(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    if (routes.match(exchange.getRequestMethod(), path).isPresent()) {
      return Optional.empty();
    }
    return beside.keySet().stream()
        .filter(key -> path.equals(key) || (isFolder(key) && path.startsWith(key)))
        .findFirst()
        .map(beside::get);
  }

  private static boolean isFolder(String key) {
    return key.length() > 1 && key.endsWith("/");
  }

  private HttpAnswer answer(HttpExchange exchange, String requestId) throws IOException {
    var request = exchange.getRequestHeaders();
    return cors.isPreflight(exchange.getRequestMethod(), request)
        ? cors.preflight(request)
        : cors.applied(routed(exchange, requestId), request);
  }

  private HttpAnswer routed(HttpExchange exchange, String requestId) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    Optional<RouteTable.Match> match =
        routes.match(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
    if (match.isEmpty()) {
      return HttpAnswer.message(404, "Not Found");
    }
    RouteTable.Match found = match.get();
    if (!authorized) {
      return invoke(found, ApiEvents.of(exchange, body, found, Optional.empty(), requestId));
    }
    var token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    return switch (authorizer.identify(token, found.route().scopes())) {
      case Identity.Unknown(String challenge) -> refused(401, "Unauthorized", challenge);
      case Identity.Forbidden(String challenge) -> refused(403, "Forbidden", challenge);
      case Identity.Known(Map<String, String> claims) ->
          invoke(found, ApiEvents.of(exchange, body, found, Optional.of(claims), requestId));
    };
  }

  private static HttpAnswer refused(int status, String message, String challenge) {
    return HttpAnswer.message(status, message).with("WWW-Authenticate", challenge);
  }

  private static HttpAnswer invoke(RouteTable.Match match, byte[] event) {
    return switch (match.function().invoke(event)) {
      case Invocation.Answered(byte[] json) -> read(json);
      case Invocation.Failed(Throwable cause) -> {
        LOG.error("{} failed", match.function().name(), cause);
        yield HttpAnswer.message(500, "Internal Server Error");
      }
      case Invocation.TimedOut(int seconds) -> {
        LOG.error("{} timed out after {} s", match.function().name(), seconds);
        yield HttpAnswer.message(503, "Service Unavailable");
      }
    };
  }

  private static HttpAnswer read(byte[] json) {
    try {
      JsonNode answer = JSON.readTree(json);
      Map<String, String> headers = new TreeMap<>();
      answer
          .path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
      String body = answer.path("body").asText("");
      boolean base64 = answer.path("isBase64Encoded").asBoolean();
      return new HttpAnswer(
          answer.path("statusCode").asInt(),
          headers,
          base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("A function's answer is none that API Gateway understands", e);
      return HttpAnswer.message(500, "Internal Server Error");
    }
  }
}
