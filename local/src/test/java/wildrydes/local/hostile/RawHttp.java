package wildrydes.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are and takes what comes back. */
record RawHttp(URI api) {

  private static final int PATIENCE_MILLIS = 20_000;

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  /** An answer: its status, and all of its text with the head. */
  record Answer(int status, String text) {

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }

  /**
   * Sends them, says that no more will come, and waits for the server to answer or to close.
   *
   * @return nothing if it closed without a word
   * @throws java.net.SocketTimeoutException when it does neither
   */
  Optional<Answer> send(byte[] request) throws IOException {
    try (var socket = new Socket(api.getHost(), api.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (SocketException e) {
        // It refuses before it has heard all: the answer may be there nevertheless.
      }
      return read(socket.getInputStream());
    }
  }

  /** Sends a text in which each character below U+0100 is one byte. */
  Optional<Answer> send(String request) throws IOException {
    return send(request.getBytes(ISO_8859_1));
  }

  /** A request as it should be, with a connection of its own. */
  Answer ask(String method, String target, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    var request = new ByteArrayOutputStream();
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer alice\r\nConnection: close\r\n"
                .formatted(method, target, api.getAuthority())
            + "Content-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(headers, bytes.length);
    request.writeBytes(head.getBytes(UTF_8));
    request.writeBytes(bytes);
    return send(request.toByteArray())
        .orElseThrow(() -> new IOException("no answer to " + method + " " + target));
  }

  private static Optional<Answer> read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (SocketException e) {
      // A reset is a way to close.
    }
    String text = bytes.toString(UTF_8);
    Matcher status = STATUS_LINE.matcher(text);
    return status.lookingAt()
        ? Optional.of(new Answer(Integer.parseInt(status.group(1)), text))
        : Optional.empty();
  }
}
