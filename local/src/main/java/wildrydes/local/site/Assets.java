package wildrydes.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Files of the class path: our own, and below {@code lib/} those of the libraries that our pages
 * use, under {@code lib/NAME/FILE}.
 *
 * @param file from a request's path to that of the file, relative to our own
 */
record Assets(UnaryOperator<String> file) implements HttpHandler {

  private static final String OURS = "/wildrydes/local/site/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  static Assets page(String name) {
    return new Assets(path -> name);
  }

  static Assets below(String prefix) {
    return new Assets(path -> path.substring(prefix.length()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().matches("GET|HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      Answer.text(405, "Pages can only be read.\n").send(exchange);
      return;
    }
    String name = file.apply(exchange.getRequestURI().getPath());
    read(name).orElse(Answer.text(404, "There is no " + name + " here.\n")).send(exchange);
  }

  private static Optional<Answer> read(String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    // The class path has more to offer than these files.
    if (type == null || name.contains("..")) {
      return Optional.empty();
    }
    String resource = Webjar.resource(name).orElse(OURS + name);
    try (var content = Assets.class.getResourceAsStream(resource)) {
      return content == null
          ? Optional.empty()
          : Optional.of(new Answer(200, type, content.readAllBytes()));
    }
  }
}
