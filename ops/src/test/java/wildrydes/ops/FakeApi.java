package wildrydes.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A request API that answers what the test has told it to, one answer a call. */
final class FakeApi implements AutoCloseable {

  /** What it was asked. */
  record Asked(String line, String authorization, String key, String prefer, String body) {}

  private record Answer(int status, Map<String, String> headers, String body) {}

  final List<Asked> asked = new ArrayList<>();

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final HttpServer server;

  FakeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeApi then(int status, String body) {
    return then(status, Map.of(), body);
  }

  FakeApi then(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  /** Hangs up without an answer. */
  FakeApi thenNothing() {
    return then(0, "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Prefer")).orElse(""),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      Answer answer = answers.remove();
      if (answer.status() > 0) {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
