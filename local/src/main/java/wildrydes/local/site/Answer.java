package wildrydes.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * A whole answer.
 *
 * @param type a media type
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes in transit: nobody compares two answers.
record Answer(int status, String type, byte[] body) {

  /** Pages load nothing from elsewhere: they must work without the internet. */
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  static Answer text(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
  }

  /** Sends it, without the body where the request was {@code HEAD}. */
  void send(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    // Files are asked about again; facts are true for a moment only.
    headers.set("Cache-Control", type.equals("application/json") ? "no-store" : "no-cache");
    headers.set("Content-Security-Policy", ONLY_OURS);
    headers.set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
