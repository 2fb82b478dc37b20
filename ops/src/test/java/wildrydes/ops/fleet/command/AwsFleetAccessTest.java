package wildrydes.ops.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

class AwsFleetAccessTest {

  private final StackOptions stack = new StackOptions();
  private final Map<String, String> environment =
      Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + closedPort());
  private final FleetAccess access = new AwsFleetAccess(environment);

  AwsFleetAccessTest() throws IOException {}

  @Test
  void whereNobodyListensTheMessageSaysWhatToStart() {
    CommandFailure failure = failure(FleetTable::isEmpty);

    assertThat(failure.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(failure)
        .hasMessageContaining(environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
        .hasMessageContaining("./rides local");
  }

  @Test
  void anEndpointThatIsNoneIsAMatterOfUsage() {
    var failure =
        catchThrowableOfType(
            CommandFailure.class,
            () ->
                new AwsFleetAccess(Map.of("AWS_ENDPOINT_URL", "localhost"))
                    .with(stack, FleetTable::isEmpty));

    assertThat(failure.exit()).isEqualTo(Exit.USAGE);
    assertThat(failure).hasMessageStartingWith("AWS_ENDPOINT_URL is no address");
  }

  @Test
  void aMissingTableIsAStackThatIsNotThere() {
    var missing = ResourceNotFoundException.builder().message("not found").build();

    CommandFailure failure = failure(throwing(missing));

    assertThat(failure.exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(failure).hasMessageContaining("no table WildRydes-Unicorns").hasCause(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, 400, NOT_PERMITTED",
    "ExpiredTokenException, 400, NOT_PERMITTED",
    "UnrecognizedClientException, 400, NOT_PERMITTED",
    "ThrottlingException, 400, UNREACHABLE",
    "InternalServerError, 500, UNREACHABLE",
    "ValidationException, 400, UNEXPECTED",
  })
  void whatDynamoDbRefusesHasAnExit(String code, int status, Exit exit) {
    var refusal =
        DynamoDbException.builder()
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage("told\u001b[2J").build())
            .build();

    CommandFailure failure = failure(throwing(refusal));

    assertThat(failure.exit()).isEqualTo(exit);
    assertThat(failure.getMessage()).contains("told?[2J");
  }

  @ParameterizedTest
  @CsvSource({
    "Unable to load credentials from any of the providers, NOT_PERMITTED",
    "Unable to load region from any of the providers, USAGE",
    "something else, UNEXPECTED",
  })
  void whatTheSdkLacksHasAnExit(String message, Exit exit) {
    assertThat(failure(throwing(SdkClientException.create(message))).exit()).isEqualTo(exit);
  }

  private static Function<FleetTable, Boolean> throwing(SdkException exception) {
    return _ -> {
      throw exception;
    };
  }

  private CommandFailure failure(Function<FleetTable, Boolean> work) {
    return catchThrowableOfType(CommandFailure.class, () -> access.with(stack, work));
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
