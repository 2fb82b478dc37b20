package wildrydes.local.site;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what a page of another site asks for. A browser sends such a request even where that page
 * may not read the answer, and here asking alone has effects. What comes from no browser, such as
 * {@code curl}, has no origin and is let in.
 */
record OwnPages(HttpHandler handler) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    if (!isOwn(headers)) {
      Answer.text(403, "Only this server's own pages may do this, not those of another site.\n")
          .send(exchange);
    } else if (exchange.getRequestMethod().equals("POST") && !isJson(headers)) {
      // Other types a form of any site can send, and old browsers send no origin with it.
      Answer.text(403, "This takes Content-Type: application/json alone.\n").send(exchange);
    } else {
      handler.handle(exchange);
    }
  }

  private static boolean isOwn(Headers headers) {
    String own = "http://" + headers.getFirst("Host");
    return all(headers, "Origin").stream().allMatch(own::equalsIgnoreCase)
        && all(headers, "Sec-Fetch-Site").stream()
            .allMatch(site -> site.equals("same-origin") || site.equals("none"));
  }

  private static boolean isJson(Headers headers) {
    return all(headers, "Content-Type").stream()
        .map(type -> type.replaceFirst(";.*", "").strip())
        .anyMatch("application/json"::equalsIgnoreCase);
  }

  private static List<String> all(Headers headers, String name) {
    return Optional.ofNullable(headers.get(name)).orElse(List.of());
  }
}
