package wildrydes.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.emulators.LoopbackServer;

class SdkClientsTest {

  private static final String CREDENTIALS = "/credentials";
  private static final String ADDRESS =
      SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean silent;
  private final HttpServer aws;
  private final String endpoint;

  SdkClientsTest() throws IOException {
    aws = LoopbackServer.bind(0);
    endpoint = "http://127.0.0.1:" + aws.getAddress().getPort();
  }

  @BeforeEach
  void start() {
    aws.createContext("/", this::answer);
    aws.start();
    System.setProperty(ADDRESS, endpoint + CREDENTIALS);
  }

  @AfterEach
  void stop() {
    ended.countDown();
    System.clearProperty(ADDRESS);
    aws.stop(0);
  }

  @Test
  void afterARestoreAllClientsShareTheCredentialsThatWereFetchedOnce() {
    var clients =
        new SdkClients(
            Map.of(
                "AWS_REGION", "us-west-2",
                "AWS_ACCESS_KEY_ID", "expired",
                "AWS_SECRET_ACCESS_KEY", "expired",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                "AWS_ENDPOINT_URL_SQS", endpoint));

    try (var dynamoDb = clients.retrying(DynamoDbClient.builder(), "DYNAMODB").build();
        var sqs = clients.retrying(SqsClient.builder(), "SQS").build()) {
      for (int call = 0; call < 3; call++) {
        dynamoDb.listTables();
        sqs.listQueues();
      }
    }

    assertThat(asked).hasSize(7).containsOnlyOnce("the address");
    assertThat(asked).filteredOn(who -> who.contains("Credential=fetched/")).hasSize(6);
  }

  @Test
  void aCallThatTakesTooLongIsEndedAlsoAfterAnotherClientWasClosed() {
    silent = true;
    var clients =
        new SdkClients(
            Map.of(
                "AWS_REGION", "us-west-2",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                "AWS_ENDPOINT_URL_SQS", endpoint));
    clients.retrying(SqsClient.builder(), "SQS").build().close();

    try (var dynamoDb =
        clients.askingOnce(DynamoDbClient.builder(), "DYNAMODB", Duration.ofMillis(100)).build()) {
      assertThatExceptionOfType(SdkClientException.class)
          .isThrownBy(dynamoDb::listTables)
          .withMessageContaining("100 millis");
    }
  }

  /** Credentials at their address, and nothing in particular elsewhere. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (silent) {
        ended.await();
      }
      boolean credentials = exchange.getRequestURI().getPath().equals(CREDENTIALS);
      asked.add(
          credentials ? "the address" : exchange.getRequestHeaders().getFirst("Authorization"));
      exchange.getRequestBody().readAllBytes();
      byte[] answer = (credentials ? fetched() : "{}").getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String fetched() {
    return """
        {"AccessKeyId": "fetched", "SecretAccessKey": "secret", "Token": "token",
         "Expiration": "2999-01-01T00:00:00Z"}
        """;
  }
}
