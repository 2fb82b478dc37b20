package wildrydes.local.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Facts as JSON. When an emulator does not answer: 503 with {@code {"message": ...}}, never an
 * empty answer, which would look like a quiet system.
 *
 * @param what the facts are about, to begin a sentence with
 */
record JsonFacts(String what, Supplier<?> facts) implements HttpHandler {

  private static final JsonMapper JSON =
      JsonMapper.builder().defaultPropertyInclusion(nothingAbsent()).build();

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().matches("GET|HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      message(405, "This can only be read.").send(exchange);
      return;
    }
    answer().send(exchange);
  }

  private Answer answer() throws IOException {
    try {
      return json(200, facts.get());
    } catch (SdkException e) {
      return message(503, "%s cannot be read at the moment: %s".formatted(what, e.getMessage()));
    }
  }

  private static Answer message(int status, String message) throws IOException {
    return json(status, Map.of("message", message));
  }

  private static Answer json(int status, Object content) throws IOException {
    return new Answer(status, "application/json", JSON.writeValueAsBytes(content));
  }

  private static JsonInclude.Value nothingAbsent() {
    return JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS);
  }
}
