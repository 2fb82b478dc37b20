package wildrydes.edge.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * AWS as a rehearsal knows it: a listener on this process's own loopback address, which gives
 * written answers over real HTTP, so that the HTTP client is rehearsed, too. Each connection ends
 * with its answer: none is left in the snapshot, and to connect is rehearsed as often as to ask.
 */
final class Stage implements AutoCloseable {

  /** Where SnapStart's credentials come from. */
  static final String CREDENTIALS = "/credentials";

  private static final String FALSE_CREDENTIALS =
      "{\"AccessKeyId\":\"rehearsal\",\"SecretAccessKey\":\"rehearsal\",\"Token\":\"rehearsal\","
          + "\"Expiration\":\"2999-01-01T00:00:00Z\"}";

  /** An empty map in CBOR, which is what CloudWatch speaks. */
  private static final byte[] EMPTY_CBOR = {(byte) 0xa0};

  private static final String TARGET = "\r\nx-amz-target:";
  private static final String LENGTH = "\r\ncontent-length:";

  private final ServerSocket socket;
  private final Map<String, String> answers;

  private Stage(ServerSocket socket, Map<String, String> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /**
   * Begins to listen.
   *
   * @param answers JSON by operation; one that is not there is answered with an error
   */
  static Stage open(Map<String, String> answers) throws IOException {
    var stage = new Stage(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), answers);
    Thread.ofVirtual().start(stage::listen);
    return stage;
  }

  /** Begins with {@code http://} and has no path. */
  String address() {
    return "http://"
        + InetAddress.getLoopbackAddress().getHostAddress()
        + ":"
        + socket.getLocalPort();
  }

  private void listen() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // It was closed: the rehearsal is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = new BufferedInputStream(connection.getInputStream());
      String head = head(in);
      String length = header(head, LENGTH);
      in.skipNBytes(length.isEmpty() ? 0 : Long.parseLong(length));
      connection.getOutputStream().write(answer(head));
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // The client has gone, and says itself what it misses.
    }
  }

  private byte[] answer(String head) {
    if (head.startsWith("GET " + CREDENTIALS)) {
      return answer("200 OK", "Content-Type: application/json", FALSE_CREDENTIALS.getBytes(UTF_8));
    }
    String target = header(head, TARGET);
    if (target.isEmpty()) {
      String cbor = "Content-Type: application/cbor\nSmithy-Protocol: rpc-v2-cbor";
      return answer("200 OK", cbor, EMPTY_CBOR);
    }
    String json = answers.get(target.substring(target.lastIndexOf('.') + 1));
    return json == null
        ? answer("400 Not in the script", "Content-Type: text/plain", target.getBytes(UTF_8))
        : answer("200 OK", "Content-Type: application/x-amz-json-1.0", json.getBytes(UTF_8));
  }

  private static byte[] answer(String status, String headers, byte[] body) {
    var checksum = new CRC32();
    checksum.update(body);
    // As many headers as AWS gives; the checksum as DynamoDB has it, for the client looks at it.
    String head =
        """
        HTTP/1.1 %s
        Server: Server
        Date: Fri, 02 Jan 2026 03:04:05 GMT
        %s
        Content-Length: %d
        Connection: close
        x-amzn-RequestId: 00000000-0000-4000-8000-000000000000
        x-amz-crc32: %d

        """
            .formatted(status, headers, body.length, checksum.getValue())
            .replace("\n", "\r\n");
    var answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(ISO_8859_1));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  /** All until the empty line. */
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** The value, or the empty text. */
  private static String header(String head, String name) {
    int at = head.toLowerCase(Locale.ROOT).indexOf(name);
    return at < 0
        ? ""
        : head.substring(at + name.length(), head.indexOf("\r\n", at + name.length())).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
