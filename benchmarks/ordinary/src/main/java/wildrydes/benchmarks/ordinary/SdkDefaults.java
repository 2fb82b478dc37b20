package wildrydes.benchmarks.ordinary;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.edge.Surroundings;

/** What a function needs, as the SDK's first example builds it. */
final class SdkDefaults {

  private SdkDefaults() {}

  static Surroundings surroundings() {
    return new Surroundings(
        DynamoDbClient.create(),
        SqsClient.create(),
        InstantSource.system(),
        SdkDefaults::neverWaits,
        new SecureRandom(),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static void neverWaits(Duration time) {
    throw new IllegalStateException("the sample events wait for nothing");
  }
}
