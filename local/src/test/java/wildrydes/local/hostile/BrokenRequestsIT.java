package wildrydes.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.local.SharedPipeline;

/** Bytes that are hardly HTTP. */
class BrokenRequestsIT {

  private static final String HOST = "Host: 127.0.0.1\r\nAuthorization: Bearer alice\r\n";
  private static final String JSON = HOST + "Content-Type: application/json\r\n";

  private final RawHttp http = new RawHttp(SharedPipeline.get().endpoints().api());
  private final StackTraces stackTraces = new StackTraces();

  @BeforeEach
  void theServerServes() throws IOException {
    assertServes();
  }

  @AfterEach
  void stopListening() {
    stackTraces.close();
  }

  static Stream<Named<String>> brokenRequests() {
    return Stream.of(
        named("nothing", ""),
        named("an empty line", "\r\n"),
        named("a word", "x"),
        named("noise", "\u0000\u0001\u0002\u00FF\u00FE\r\n\r\n"),
        named("the beginning of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
        named("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        named("HTTP/0.9", "GET /ride/x\r\n"),
        named("no target", "GET HTTP/1.1\r\n" + HOST + "\r\n"),
        named("no version", "GET /ride/x\r\n" + HOST + "\r\n"),
        named("another version", "GET /ride/x HTTP/9.9\r\n" + HOST + "\r\n"),
        named("another protocol", "GET /ride/x FTP/1.1\r\n" + HOST + "\r\n"),
        named("two targets", "GET /ride/x /ride/y HTTP/1.1\r\n" + HOST + "\r\n"),
        named("two spaces", "GET  /ride/x HTTP/1.1\r\n" + HOST + "\r\n"),
        named("a tab", "GET\t/ride/x\tHTTP/1.1\r\n" + HOST + "\r\n"),
        named("only line feeds", "GET /ride/x HTTP/1.1\n" + HOST.replace("\r", "") + "\n"),
        named("a lower-case method", get("get", "/ride/x")),
        named("an unheard-of method", get("BREW", "/ride/x")),
        named("a method of bytes", get("\u00C3\u00A9\u0000", "/ride/x")),
        named("an endless method", get("G".repeat(100_000), "/ride/x")),
        named("%zz", get("GET", "/ride/%zz")),
        named("half an escape", get("GET", "/ride/%2")),
        named("a lone percent sign", get("GET", "/ride/%")),
        named("an escaped NUL", get("GET", "/ride/%00")),
        named("escaped dots", get("GET", "/ride/%2e%2e%2f%2e%2e%2fetc/passwd")),
        named("dots", get("GET", "/ride/../../etc/passwd")),
        named("backslashes", get("GET", "\\ride\\x")),
        named("overlong UTF-8", get("GET", "/ride/%C0%AF")),
        named("bytes in the path", get("GET", "/ride/\u00C3\u00A9\u00FF")),
        named("a NUL in the path", get("GET", "/ride/\u0000")),
        named("brackets in the path", get("GET", "/ride/[{|}]^`\"<>")),
        named("a fragment", get("GET", "/ride/x#fragment")),
        named("an endless path", get("GET", "/ride/" + "a".repeat(300_000))),
        named("many slashes", get("GET", "/".repeat(10_000))),
        named("an endless query", get("GET", "/ride/x?" + "a=b&".repeat(20_000))),
        named("a broken query", get("GET", "/ride/x?%zz=%&&=&=&%C3%28=")),
        named("no slash", get("GET", "ride")),
        named("a star", get("GET", "*")),
        named("options of a star", get("OPTIONS", "*")),
        named("an opaque target", get("GET", "mailto:alice")),
        named("a scheme", get("GET", "http:")),
        named("an absolute target", get("GET", "http://127.0.0.1/ride/x")),
        named("another server's target", get("GET", "http://elsewhere.example/ride/x")),
        named("a target without a path", get("GET", "http://127.0.0.1")),
        named("a target of another scheme", get("GET", "file:///etc/passwd")),
        named("a target with a query alone", get("GET", "?x=1")),
        named("a target with an authority alone", get("GET", "//127.0.0.1")),
        named("a tunnel", get("CONNECT", "127.0.0.1:22")),
        named("a header without a name", "GET /ride/x HTTP/1.1\r\n: x\r\n" + HOST + "\r\n"),
        named("a header without a colon", "GET /ride/x HTTP/1.1\r\nx\r\n" + HOST + "\r\n"),
        named("a folded header", "GET /ride/x HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n\r\n"),
        named("a header that begins folded", "GET /ride/x HTTP/1.1\r\n x: y\r\n" + HOST + "\r\n"),
        named("a carriage return in a header", header("X: a\rb")),
        named("a NUL in a header", header("X: a\u0000b")),
        named("a NUL in a header's name", header("X\u0000Y: a")),
        named("a space in a header's name", header("X Y: a")),
        named("bytes in a header's name", header("X\u00FF\u0080: a")),
        named("bytes in a header", header("X: \u0080\u0081\u00C3\u00A9\u00FE\u00FF")),
        named("an endless header", header("X: " + "a".repeat(1_000_000))),
        named("an endless header name", header("X".repeat(1_000_000) + ": a")),
        named("a thousand headers", header("X: a\r\n".repeat(1_000) + "Y: b")),
        named("no length", post("", "{}")),
        named("a negative length", post("Content-Length: -1\r\n", "{}")),
        named("no number for a length", post("Content-Length: many\r\n", "{}")),
        named("an immense length", post("Content-Length: 99999999999999999999\r\n", "{}")),
        named("a body that is cut off", post("Content-Length: 1000\r\n", "{")),
        named("two lengths", post("Content-Length: 2\r\nContent-Length: 1\r\n", "{}")),
        named("a list of lengths", post("Content-Length: 2, 2\r\n", "{}")),
        named("length and chunks", post("Content-Length: 2\r\n" + CHUNKED, "0\r\n\r\n")),
        named("an unknown coding", post("Transfer-Encoding: gzip\r\n", "{}")),
        named("two codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")),
        named("a chunk without a size", post(CHUNKED, "\r\n\r\n")),
        named("a chunk of no number", post(CHUNKED, "zz\r\n{}\r\n0\r\n\r\n")),
        named("a negative chunk", post(CHUNKED, "-2\r\n{}\r\n0\r\n\r\n")),
        named("an immense chunk", post(CHUNKED, "ffffffffffffffff\r\n{}\r\n0\r\n\r\n")),
        named("a chunk that is too short", post(CHUNKED, "5\r\n{}\r\n0\r\n\r\n")),
        named("chunks without an end", post(CHUNKED, "2\r\n{}\r\n")),
        named("an endless chunk size", post(CHUNKED, "0".repeat(100_000) + "\r\n")),
        named("an unknown expectation", post("Expect: wonders\r\nContent-Length: 2\r\n", "{}")),
        named("an upgrade", header("Connection: upgrade\r\nUpgrade: websocket")),
        named("a broken token", header("Authorization: Bearer a.b.c")),
        named("a token of bytes", header("Authorization: Bearer \u00FF.\u0080.\u0000")),
        named("a local page outside its folder", get("GET", "/_local/assets/../../pom.xml")),
        named("an escaped page", get("GET", "/_local/assets/%2e%2e%2f%2e%2e%2fpom.xml")),
        named("a page of NUL", get("GET", "/_local/assets/%00")));
  }

  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  @ParameterizedTest
  @MethodSource("brokenRequests")
  void isRefusedOrTheConnectionClosedAndTheNextIsServed(String request) throws IOException {
    Optional<RawHttp.Answer> answer = http.send(request);

    answer.ifPresent(
        refusal ->
            assertThat(refusal.status())
                .as(refusal.text())
                // Not Implemented: of a transfer coding, by the JDK's server and RFC 9112, 6.1.
                .satisfiesAnyOf(
                    status -> assertThat(status).isBetween(400, 499),
                    status -> assertThat(status).isEqualTo(501)));
    assertServes();
    assertThat(stackTraces.seen()).isEmpty();
  }

  /** What comes from a client that means well must say what is wrong, not just end. */
  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "%2", "%00", "%2e%2e%2f", "%C0%AF", "a%0d%0ab", "..", "%2F"})
  void aBrokenPathGetsAnAnswer(String id) throws IOException {
    assertThat(http.send(get("GET", "/ride/" + id)).orElseThrow().status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "http:", "http://127.0.0.1", "//127.0.0.1", "ride"})
  void aTargetThatIsNoPathGetsAnAnswer(String target) throws IOException {
    assertThat(http.send(get("GET", target)).orElseThrow().status()).isBetween(400, 404);
  }

  @Test
  void manyWhoSayNothingDoNotKeepOthersOut() throws IOException {
    var api = http.api();
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        var socket = new Socket(api.getHost(), api.getPort());
        silent.add(socket);
        socket.getOutputStream().write('G');
      }

      assertServes();
    } finally {
      for (var socket : silent) {
        socket.close();
      }
    }
  }

  private void assertServes() throws IOException {
    var answer = http.ask("GET", "/ride/x", "", "");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("ride-not-found");
  }

  private static Named<String> named(String name, String request) {
    return Named.of(name, request);
  }

  private static String get(String method, String target) {
    return method + " " + target + " HTTP/1.1\r\n" + HOST + "\r\n";
  }

  private static String header(String header) {
    return "GET /ride/x HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n\r\n";
  }

  private static String post(String headers, String body) {
    return "POST /ride HTTP/1.1\r\n" + JSON + headers + "\r\n" + body;
  }
}
