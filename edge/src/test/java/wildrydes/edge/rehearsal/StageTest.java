package wildrydes.edge.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {

  @Test
  void aConnectionEndsWithItsAnswer() throws IOException {
    try (var stage = Stage.open(Map.of("PutItem", "{}"));
        var connection = connect(stage)) {
      assertThat(answer(connection, "PutItem"))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nConnection: close\r\n");
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsNotInTheScriptIsRefusedByName() throws IOException {
    try (var stage = Stage.open(Map.of("PutItem", "{}"));
        var connection = connect(stage)) {
      assertThat(answer(connection, "DeleteTable"))
          .startsWith("HTTP/1.1 400 Not in the script\r\n")
          .endsWith("DeleteTable");
    }
  }

  private static Socket connect(Stage stage) throws IOException {
    URI address = URI.create(stage.address());
    return new Socket(address.getHost(), address.getPort());
  }

  /** Head and body. */
  private static String answer(Socket connection, String operation) throws IOException {
    String request =
        "POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.%s\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(operation);
    connection.getOutputStream().write(request.getBytes(ISO_8859_1));
    InputStream in = connection.getInputStream();
    var head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      assertThat(next).as("what follows %s", head).isNotNegative();
      head.write(next);
    }
    String read = head.toString(ISO_8859_1);
    int length = Integer.parseInt(read.replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r.*", "$1"));
    return read + new String(in.readNBytes(length), ISO_8859_1);
  }
}
