package wildrydes.emulators.cloudwatch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operations;

/** One HTTP request in, one operation's answer or its error out, in the caller's protocol. */
public final class HttpFront implements HttpHandler {
  private static final Logger LOG = System.getLogger(HttpFront.class.getName());

  private final Operations operations;

  public HttpFront(Operations operations) {
    this.operations = operations;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String requestId = UUID.randomUUID().toString();
      exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
      var protocol = Protocol.of(exchange.getRequestURI(), exchange.getRequestHeaders());
      if (protocol.isPresent()) {
        protocol.get().headers().forEach(exchange.getResponseHeaders()::set);
        answer(exchange, protocol.get(), requestId);
      } else {
        turnAway(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange, Protocol protocol, String requestId)
      throws IOException {
    try {
      var call = protocol.read(RequestBody.of(exchange));
      var answer = operations.named(call.operation()).answer(call.parameters());
      send(exchange, 200, protocol.answer(call, answer, requestId));
    } catch (ApiError refused) {
      refuse(exchange, protocol, refused, requestId);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, exchange.getRequestURI() + " failed", bug);
      var failed = new ApiError(ApiError.Code.INTERNAL, "The local CloudWatch failed: " + bug);
      refuse(exchange, protocol, failed, requestId);
    }
  }

  private static void refuse(
      HttpExchange exchange, Protocol protocol, ApiError refused, String requestId)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-query-error", refused.code().queryError());
    send(exchange, refused.code().status(), protocol.error(refused, requestId));
  }

  /** Somebody with a browser, or a client of another service. */
  private static void turnAway(HttpExchange exchange) throws IOException {
    String refusal =
        """
        This is the CloudWatch of Wild Rydes. It speaks Smithy RPC v2 CBOR, AWS JSON 1.0 and the \
        query protocol, for example:

          aws cloudwatch list-metrics --endpoint-url http://%s
        """
            .formatted(exchange.getRequestHeaders().getFirst("Host"));
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, 400, refusal.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (body.length == 0) {
      exchange.getResponseHeaders().remove("Content-Type");
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
