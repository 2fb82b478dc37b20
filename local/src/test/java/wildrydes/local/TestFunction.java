package wildrydes.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LocalFunction;
import wildrydes.local.metrics.FunctionMetrics;

/** One function of the template, invoked by hand, with services of the test's choice around it. */
final class TestFunction {

  private static final JsonMapper JSON = new JsonMapper();

  private static final CloudWatchEmulator CLOUD_WATCH = cloudWatch();

  private final LocalFunction function;

  /**
   * Loads it.
   *
   * @param endpoints other endpoints than the shared stack's, by service: {@code SQS}, ...
   */
  TestFunction(String logicalId, Map<String, String> endpoints) {
    var stack = Stack.shared();
    var declared =
        stack.template().functions().stream()
            .filter(f -> f.logicalId().equals(logicalId))
            .findFirst()
            .orElseThrow();
    Map<String, String> environment = new HashMap<>(declared.environment());
    environment.put("AWS_REGION", Aws.REGION);
    environment.put("AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY);
    environment.put("AWS_ENDPOINT_URL_SQS", stack.sqsEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_CLOUDWATCH", CLOUD_WATCH.endpoint().toString());
    endpoints.forEach((service, url) -> environment.put("AWS_ENDPOINT_URL_" + service, url));
    this.function =
        new LocalFunction(declared, environment, new FunctionMetrics(CLOUD_WATCH.metrics()));
  }

  /** Hands it a batch, of which item i has the id {@code i}; answers the ids that failed. */
  List<String> batch(int receiveCount, List<String> bodies) {
    ObjectNode event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (int i = 0; i < bodies.size(); i++) {
      ObjectNode record = records.addObject();
      record.put("messageId", Integer.toString(i));
      record.put("receiptHandle", "none-" + i);
      record.put("body", bodies.get(i));
      record.putObject("attributes").put("ApproximateReceiveCount", Integer.toString(receiveCount));
      record.put("eventSource", "aws:sqs");
    }
    return answer(event).path("batchItemFailures").findValuesAsText("itemIdentifier");
  }

  /** Hands it any event and answers its JSON; an exception or time-out fails the test. */
  JsonNode answer(JsonNode event) {
    Invocation invocation = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
    return switch (invocation) {
      case Invocation.Answered(byte[] json) -> read(json);
      case Invocation.Failed(Throwable cause) -> throw new AssertionError("it threw", cause);
      case Invocation.TimedOut _ -> throw new AssertionError("it timed out");
    };
  }

  /** The ids of a whole batch. */
  static List<String> all(int size) {
    return IntStream.range(0, size).mapToObj(Integer::toString).toList();
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CloudWatchEmulator cloudWatch() {
    try {
      return CloudWatchEmulator.start(0, InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
