package wildrydes.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmulatorsIT {

  @Test
  void twoOfEachRunSideBySide() throws Exception {
    try (var first = Emulators.start(0, 0, Optional.empty());
        var second = Emulators.start(0, 0, Optional.empty());
        var sqs = Clients.sqs(first.sqs().endpoint());
        var otherSqs = Clients.sqs(second.sqs().endpoint());
        var otherDynamoDb = Clients.dynamoDb(second.dynamoDb().endpoint())) {
      var url = sqs.createQueue(request -> request.queueName("Jobs")).queueUrl();

      assertThat(url).isEqualTo(first.sqs().endpoint() + "/000000000000/Jobs");
      assertThat(otherSqs.listQueues().queueUrls()).isEmpty();
      assertThat(otherDynamoDb.listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> SqsEmulator.start(port, Optional.empty()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("Port " + port);
      assertThatThrownBy(() -> DynamoDbEmulator.start(port, Optional.empty()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("Port " + port);
      assertThatThrownBy(() -> Emulators.start(0, port, Optional.empty()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("Port " + port);
    }
  }

  @Test
  void aPortIsFreeAgainAfterClose() throws Exception {
    var first = Emulators.start(0, 0, Optional.empty());
    first.close();

    try (var again =
        Emulators.start(
            first.sqs().endpoint().getPort(),
            first.dynamoDb().endpoint().getPort(),
            Optional.empty())) {
      assertThat(again.sqs().endpoint()).isEqualTo(first.sqs().endpoint());
      assertThat(again.dynamoDb().endpoint()).isEqualTo(first.dynamoDb().endpoint());
    }
  }

  @Test
  void nobodyElseCanReachThem() throws Exception {
    try (var emulators = Emulators.start(0, 0, Optional.empty())) {
      assertThat(answers("127.0.0.1", emulators.sqs().endpoint())).isTrue();
      assertThat(answers("127.0.0.1", emulators.dynamoDb().endpoint())).isTrue();

      // Another address of this machine: whoever listens on all interfaces answers here, too.
      assertThat(answers("127.0.0.2", emulators.sqs().endpoint())).isFalse();
      assertThat(answers("127.0.0.2", emulators.dynamoDb().endpoint())).isFalse();
    }
  }

  private static boolean answers(String host, URI endpoint) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(host), endpoint.getPort()), 2_000);
      return true;
    } catch (ConnectException refused) {
      return false;
    }
  }

  @Test
  void theySayNothingAndLetTheJvmEnd() throws Exception {
    var child = ChildJvm.start(RoundTrip.class);

    assertThat(child.everythingSaid()).isEmpty();
    assertThat(child.exitCode()).isZero();
  }

  /** Starts, uses and closes both emulators. */
  static final class RoundTrip {

    private RoundTrip() {}

    public static void main(String[] args) throws Exception {
      try (var stack = Stack.start(StackSettings.inMemory(StackSettings.repositoryTemplate()))) {
        stack
            .sqs()
            .sendMessage(
                message -> message.queueUrl(stack.queueUrl("RideRequestQueue")).messageBody("hi"));
        stack.dynamoDb().scan(request -> request.tableName(stack.tableName("RidesTable")));
      }
    }
  }
}
