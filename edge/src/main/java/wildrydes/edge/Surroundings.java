package wildrydes.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a function finds around it: AWS, the time, chance and threads. On Lambda they are the real
 * ones; the simulation gives it others, of which it decides every answer.
 *
 * @param pause lets that time pass, or returns at once if its thread is interrupted
 * @param random unguessable on Lambda: riders' ids are made of it
 * @param threads works the items of a batch; only its {@code invokeAll} with a time-out is used
 */
public record Surroundings(
    DynamoDbClient dynamoDb,
    SqsClient sqs,
    InstantSource clock,
    Consumer<Duration> pause,
    RandomGenerator random,
    ExecutorService threads) {

  /** The real ones, reached as the function's environment says. */
  public static Surroundings of(SdkClients clients, RandomGenerator random) {
    return new Surroundings(
        clients.retrying(DynamoDbClient.builder(), "DYNAMODB").build(),
        clients
            .retrying(SqsClient.builder(), "SQS")
            // TLS has carried the message unharmed; MD5 would only tell the same once more.
            .checksumValidationEnabled(false)
            .build(),
        InstantSource.system(),
        Surroundings::sleep,
        random,
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
