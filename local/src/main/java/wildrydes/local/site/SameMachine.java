package wildrydes.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Answers only who asked for this machine by one of its own names. A site whose name was made to
 * point to 127.0.0.1 would otherwise count as the same origin and read everything.
 */
record SameMachine(HttpHandler handler) implements HttpHandler {

  private static final Pattern OWN_NAMES =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host != null && OWN_NAMES.matcher(host).matches()) {
      handler.handle(exchange);
    } else {
      Answer.text(421, "Ask for 127.0.0.1 or localhost: this page is for its own machine alone.\n")
          .send(exchange);
    }
  }
}
