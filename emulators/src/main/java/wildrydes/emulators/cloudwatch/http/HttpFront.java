package wildrydes.emulators.cloudwatch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
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
      var call = Call.of(exchange.getRequestURI().getPath(), exchange.getRequestHeaders());
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      if (call.isPresent()) {
        answer(exchange, call.get());
      } else {
        turnAway(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange, Call call) throws IOException {
    if (call.protocol() == Protocol.RPC_V2_CBOR) {
      exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    }
    try {
      byte[] body = RequestBody.of(exchange);
      var operation = operations.named(call.operation());
      send(exchange, 200, call.protocol(), operation.answer(call.protocol().read(body)));
    } catch (ApiError refused) {
      refuse(exchange, call.protocol(), refused);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, call.operation() + " failed", bug);
      var failed = new ApiError(ApiError.Code.INTERNAL, call.operation() + " failed: " + bug);
      refuse(exchange, call.protocol(), failed);
    }
  }

  private static void refuse(HttpExchange exchange, Protocol protocol, ApiError refused)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-query-error", refused.code().queryError());
    var error = Operation.structure().put("__type", refused.code().shape());
    send(exchange, refused.code().status(), protocol, error.put("message", refused.getMessage()));
  }

  private static void send(HttpExchange exchange, int status, Protocol protocol, ObjectNode answer)
      throws IOException {
    send(exchange, status, protocol.contentType(), protocol.write(answer));
  }

  /**
   * An older client's query protocol reads its errors as XML; a browser shows that just as well.
   */
  private static void turnAway(HttpExchange exchange) throws IOException {
    String refusal =
        """
        <ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>This local \
        CloudWatch speaks Smithy RPC v2 CBOR and AWS JSON 1.0. An SDK or aws CLI that still sends \
        the query protocol is too old for it.</Message></Error></ErrorResponse>
        """;
    send(exchange, 400, "text/xml", refusal.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    if (body.length == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
