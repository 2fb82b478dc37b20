package wildrydes.benchmarks.cost;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.edge.SdkClients;
import wildrydes.edge.Surroundings;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** The emulators with the product's queues and tables, and metered clients of them. */
public final class MeteredAws implements AutoCloseable {

  private final CloudWatchEmulator cloudWatch;
  private final Stack stack;
  private final Meter meter = new Meter();
  private final LogMeter log;
  private final RandomGenerator random;
  private int towns;

  private MeteredAws(
      CloudWatchEmulator cloudWatch, Stack stack, LogMeter log, RandomGenerator random) {
    this.cloudWatch = cloudWatch;
    this.stack = stack;
    this.log = log;
    this.random = random;
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed together with this.
  public static MeteredAws start(RandomGenerator random) throws IOException {
    var cloudWatch = CloudWatchEmulator.start(0, InstantSource.system());
    var stack = Stack.start(StackSettings.inMemory(StackSettings.repositoryTemplate()));
    return new MeteredAws(cloudWatch, stack, LogMeter.listening(), random);
  }

  Meter meter() {
    return meter;
  }

  LogMeter log() {
    return log;
  }

  public String queueUrl(String logicalId) {
    return stack.queueUrl(logicalId);
  }

  String tableName(String logicalId) {
    return stack.tableName(logicalId);
  }

  /** The environment of one of the template's functions. */
  public Map<String, String> environment(String function) {
    var declared =
        stack.template().functions().stream()
            .filter(f -> f.logicalId().equals(function))
            .findFirst()
            .orElseThrow();
    Map<String, String> environment = new HashMap<>(declared.environment());
    environment.put("AWS_REGION", Aws.REGION);
    environment.put("AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY);
    environment.put("AWS_ENDPOINT_URL_SQS", stack.sqsEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_CLOUDWATCH", cloudWatch.endpoint().toString());
    return environment;
  }

  /** What a function has around it; its calls are metered. */
  public Surroundings surroundings(SdkClients clients) {
    var usual = Surroundings.of(clients, new SecureRandom());
    return new Surroundings(
        metered(clients.retrying(DynamoDbClient.builder(), "DYNAMODB")),
        metered(clients.retrying(SqsClient.builder(), "SQS")),
        usual.clock(),
        usual.pause(),
        usual.random(),
        usual.threads());
  }

  CloudWatchClient metrics(SdkClients clients) {
    return metered(
        clients.askingOnce(CloudWatchClient.builder(), "CLOUDWATCH", Duration.ofSeconds(2)));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C metered(B builder) {
    var settings = builder.overrideConfiguration().toBuilder();
    return builder.overrideConfiguration(settings.addExecutionInterceptor(meter).build()).build();
  }

  /** A new place, wherever no other is, with that many free unicorns anywhere in it. */
  public Town town(double kilometers, int unicorns) {
    var town = new Town(new Location(0, towns++), kilometers, random);
    for (int from = 0; from < unicorns; from += 25) {
      List<WriteRequest> some =
          IntStream.range(from, Math.min(unicorns, from + 25))
              .mapToObj(i -> new Unicorn("Unicorn" + towns + "-" + i, "White", "Female"))
              .map(unicorn -> UnicornItem.of(unicorn, town.somewhere()))
              .map(item -> PutRequest.builder().item(item).build())
              .map(put -> WriteRequest.builder().putRequest(put).build())
              .toList();
      stack
          .dynamoDb()
          .batchWriteItem(b -> b.requestItems(Map.of(tableName("UnicornsTable"), some)));
    }
    return town;
  }

  /** How often functions have called that operation, until now; counting begins anew. */
  public double takeCalls(String operation) {
    return meter.take().calls(operation);
  }

  @Override
  public void close() {
    log.close();
    stack.close();
    cloudWatch.close();
  }
}
