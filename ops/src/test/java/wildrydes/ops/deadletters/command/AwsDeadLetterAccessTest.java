package wildrydes.ops.deadletters.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

class AwsDeadLetterAccessTest {

  private final String closed = "http://127.0.0.1:" + closedPort();
  private final Map<String, String> environment =
      Map.of("AWS_ENDPOINT_URL_SQS", closed, "AWS_ENDPOINT_URL_DYNAMODB", closed);

  AwsDeadLetterAccessTest() throws IOException {}

  @Test
  void whereNobodyListensTheMessageSaysWhatToStart() {
    CommandFailure failure = failure(environment, s -> s.queues().count(Lane.REQUESTS));

    assertThat(failure.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(failure)
        .hasMessageStartingWith("There is no answer from SQS or DynamoDB at " + closed)
        .hasMessageContaining("./rides local")
        .hasMessageContaining("AWS_ENDPOINT_URL_SQS and AWS_ENDPOINT_URL_DYNAMODB");
  }

  /** Else the dead letters of one place would be judged by the rides of another. */
  @ParameterizedTest
  @ValueSource(strings = {"AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL_DYNAMODB"})
  void halfALocalRunIsRefused(String variable) {
    CommandFailure failure = failure(Map.of(variable, closed), _ -> "reached");

    assertThat(failure.exit()).isEqualTo(Exit.USAGE);
    assertThat(failure).hasMessageContaining("only one names this machine");
  }

  @Test
  void oneAddressForAllServicesWillDo() {
    var access = new AwsDeadLetterAccess(Map.of("AWS_ENDPOINT_URL", closed));

    assertThat(access.with(new StackOptions(), DeadLetterStack::name)).isEqualTo("WildRydes");
  }

  @Test
  void aMissingQueueIsAStackThatIsNotThere() {
    CommandFailure failure =
        failure(environment, throwing(QueueDoesNotExistException.builder().message("no").build()));

    assertThat(failure.exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(failure)
        .hasMessageStartingWith("There is no stack WildRydes with its queues")
        .hasMessageContaining("--stack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "AccessDeniedException"})
  void whoMayNotIsToldWhatItTakes(String code) {
    CommandFailure failure =
        failure(
            environment,
            throwing(
                SqsException.builder()
                    .statusCode(403)
                    .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode(code).errorMessage("no").build())
                    .build()));

    assertThat(failure.exit()).isEqualTo(Exit.NOT_PERMITTED);
    assertThat(failure)
        .hasMessageContaining("sqs:GetQueueUrl")
        .hasMessageContaining("ReceiveMessage")
        .hasMessageContaining("StartMessageMoveTask")
        .hasMessageContaining("dynamodb:BatchGetItem");
  }

  private static Function<DeadLetterStack, Object> throwing(SdkException exception) {
    return _ -> {
      throw exception;
    };
  }

  private static CommandFailure failure(
      Map<String, String> environment, Function<DeadLetterStack, Object> work) {
    return catchThrowableOfType(
        CommandFailure.class,
        () -> new AwsDeadLetterAccess(environment).with(new StackOptions(), work));
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
