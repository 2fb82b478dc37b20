package wildrydes.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import wildrydes.local.deadletters.DeadLetterDesk;
import wildrydes.local.deadletters.ReplayOrder;
import wildrydes.local.deadletters.ReplayUnderWay;
import wildrydes.local.deadletters.UnreadableOrder;

/**
 * The dead letters over HTTP, as JSON:
 *
 * <ul>
 *   <li>{@code GET /_local/dead-letters} looks at them, which means to receive them
 *   <li>{@code POST /_local/dead-letters/replay} takes a {@link ReplayOrder}: without {@code
 *       execute} the answer is the plan; with it a replay begins, 202
 *   <li>{@code GET} of the same tells the latest replay's course, {@code DELETE} stops it
 * </ul>
 *
 * Refusals are {@code {"message": ...}}: 400 for an unreadable order, 409 while a replay runs, 503
 * when an emulator does not answer.
 */
record DeadLetterAnswers(DeadLetterDesk desk) implements HttpHandler {

  static final String LETTERS = "/_local/dead-letters";
  static final String REPLAY = "/_local/dead-letters/replay";

  private static final int MAX_ORDER_BYTES = 10_000;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    boolean isReplay = exchange.getRequestURI().getPath().equals(REPLAY);
    try {
      return switch (exchange.getRequestMethod() + (isReplay ? " replay" : " letters")) {
        case "GET letters" -> json(200, desk.look());
        case "GET replay" -> json(200, desk.course());
        case "POST replay" -> replay(exchange);
        case "DELETE replay" -> json(200, desk.stop());
        default -> {
          exchange.getResponseHeaders().set("Allow", isReplay ? "GET, POST, DELETE" : "GET");
          yield message(405, "There is no such thing to do with dead letters here.");
        }
      };
    } catch (UnreadableOrder e) {
      return message(400, String.valueOf(e.getMessage()));
    } catch (ReplayUnderWay e) {
      return message(409, String.valueOf(e.getMessage()));
    } catch (SdkException e) {
      return message(503, "The dead letters cannot be reached at the moment: " + e.getMessage());
    }
  }

  private Answer replay(HttpExchange exchange) throws IOException, UnreadableOrder, ReplayUnderWay {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_ORDER_BYTES + 1);
    if (body.length > MAX_ORDER_BYTES) {
      return message(413, "An order has %d bytes at most.".formatted(MAX_ORDER_BYTES));
    }
    ReplayOrder order = ReplayOrder.read(body);
    return order.execute() ? json(202, desk.start(order)) : json(200, desk.plan(order));
  }

  private static Answer message(int status, String message) {
    return json(status, JsonNodeFactory.instance.objectNode().put("message", message));
  }

  private static Answer json(int status, ObjectNode content) {
    return new Answer(status, "application/json", content.toString().getBytes(UTF_8));
  }
}
