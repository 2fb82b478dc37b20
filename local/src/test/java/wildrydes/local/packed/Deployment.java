package wildrydes.local.packed;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.TimeWindow;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** What the template deploys around its functions: queues, tables and CloudWatch. */
record Deployment(Stack stack, CloudWatchEmulator cloudWatch) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static Deployment start() throws IOException {
    return new Deployment(Stack.shared(), CloudWatchEmulator.start(0, InstantSource.system()));
  }

  ServerlessFunction function(String logicalId) {
    return stack.template().functions().stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  /** Starts it as the template says. */
  PackedFunction start(String logicalId, Path folder) throws IOException {
    ServerlessFunction function = function(logicalId);
    Map<String, String> environment = new TreeMap<>(whereAwsIs());
    environment.putAll(function.environment());
    return PackedFunction.start(function, environment, folder);
  }

  /** What a function needs to reach the emulators, and nothing of its own. */
  Map<String, String> whereAwsIs() {
    return Map.of(
        "AWS_REGION",
        Aws.REGION,
        "AWS_ACCESS_KEY_ID",
        Aws.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        Aws.SECRET_KEY,
        "AWS_ENDPOINT_URL_SQS",
        stack.sqsEndpoint().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB",
        stack.dynamoDbEndpoint().toString(),
        "AWS_ENDPOINT_URL_CLOUDWATCH",
        cloudWatch.endpoint().toString());
  }

  void add(String unicorn, Location place) {
    Map<String, AttributeValue> item =
        UnicornItem.of(new Unicorn(unicorn, "White", "Female"), place);
    stack.dynamoDb().putItem(p -> p.tableName(stack.tableName("UnicornsTable")).item(item));
  }

  Map<String, AttributeValue> ride(String id) {
    return stack
        .dynamoDb()
        .getItem(
            g ->
                g.tableName(stack.tableName("RidesTable"))
                    .key(Map.of("RideId", AttributeValue.fromS(id)))
                    .consistentRead(true))
        .item();
  }

  /** Takes the message that contains the text out of the queue. */
  Message take(String queue, String text) {
    var found = new AtomicReference<Optional<Message>>(Optional.empty());
    await("a message in " + queue)
        .atMost(PATIENCE)
        .until(
            () -> {
              found.set(receive(queue, text));
              return found.get().isPresent();
            });
    return found.get().orElseThrow();
  }

  private Optional<Message> receive(String queue, String text) {
    String url = stack.queueUrl(queue);
    var messages =
        stack
            .sqs()
            .receiveMessage(
                r ->
                    r.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        // What is not looked for stays there for whoever does.
                        .visibilityTimeout(1)
                        .messageAttributeNames("All"))
            .messages();
    var found = messages.stream().filter(message -> message.body().contains(text)).findFirst();
    found.ifPresent(
        message ->
            stack.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle())));
    return found;
  }

  String arnOf(String queue) {
    return stack.template().queues().stream()
        .filter(each -> each.logicalId().equals(queue))
        .findFirst()
        .orElseThrow()
        .arn();
  }

  /** The sum of everything put for a metric so far, 0 for none. */
  double sumOf(String metric) {
    var hour = new TimeWindow(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60), 60);
    return cloudWatch
        .metrics()
        .read(MetricId.of("WildRydes", metric, Map.of()), Optional.empty(), hour)
        .values()
        .stream()
        .mapToDouble(Distribution::sum)
        .sum();
  }

  static String attribute(Message message, String name) {
    return requireNonNull(message.messageAttributes().get(name)).stringValue();
  }

  @Override
  public void close() {
    cloudWatch.close();
  }
}
