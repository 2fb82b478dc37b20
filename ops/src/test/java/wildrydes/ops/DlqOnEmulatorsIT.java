package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.DeadRides.because;
import static wildrydes.ops.DeadRides.request;
import static wildrydes.ops.DeadRides.ride;
import static wildrydes.ops.DeadRides.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;

/** The dead-letter commands as a person types them, on ElasticMQ and DynamoDB Local. */
class DlqOnEmulatorsIT {

  private final Stack stack = Stack.shared();
  private final SqsDeadLetterQueues queues = new SqsDeadLetterQueues(stack.sqs(), "WildRydes");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void empty() {
    for (String queue :
        new String[] {
          "RideRequestQueue",
          "RideRequestDeadLetterQueue",
          "RideOutcomeQueue",
          "RideOutcomeDeadLetterQueue"
        }) {
      stack.sqs().purgeQueue(p -> p.queueUrl(stack.queueUrl(queue)));
    }
  }

  @Test
  void hundredsOfMixedMessagesAreListedMendedDroppedAndRedriven() throws Exception {
    IntStream.range(0, 100).forEach(i -> queues.put(Lane.REQUESTS, request(i), Map.of()));
    IntStream.range(100, 150)
        .forEach(i -> queues.put(Lane.REQUESTS, unreadable(i), because("unreadable-message", i)));
    queues.put(Lane.OUTCOMES, "no JSON", Map.of("Reason", "unreadable-message"));
    stack
        .dynamoDb()
        .putItem(
            p ->
                p.tableName(stack.tableName("RidesTable"))
                    .item(
                        Map.of(
                            "RideId", AttributeValue.fromS(ride(7).value()),
                            "Status", AttributeValue.fromS("FAILED"),
                            "FailureReason", AttributeValue.fromS("the fleet was away"))));

    JsonNode listed = json("dlq", "list", "--json");
    JsonNode causes = listed.at("/Queues/0/Causes");
    assertThat(causes.findValuesAsText("Cause").stream().distinct())
        .containsExactly("retries exhausted", "unreadable-message", "the fleet was away");
    assertThat(causes.findValuesAsText("Count")).containsExactly("99", "50", "1");
    assertThat(listed.findValuesAsText("Unseen")).containsExactly("0", "0");

    String mended = causes.at("/1/Examples/0/MessageId").asText();
    assertThat(run("dlq", "edit", mended, "--set", "Version=1", "--execute").exit()).isZero();
    String dropped = listed.at("/Queues/1/Causes/0/Examples/0/MessageId").asText();
    assertThat(run("dlq", "drop", dropped, "--because", "of a test", "--execute").exit()).isZero();
    assertThat(json("dlq", "show", "--reason", "edited", "--json").findValuesAsText("Replays"))
        .containsExactly("0");
    assertThat(queues.count(Lane.REQUESTS).visible()).isEqualTo(150);
    assertThat(queues.count(Lane.OUTCOMES).all()).isZero();

    assertThat(run("dlq", "redrive", "--execute").out()).contains("requests: about 150 moved.");
    assertThat(queues.waiting(Lane.REQUESTS).all()).isEqualTo(150);
    assertThat(json("dlq", "history", "--json").findValuesAsText("Action"))
        .containsExactly("EDITED", "DROPPED", "REDRIVEN", "REDRIVEN");
  }

  @Test
  void aStackThatIsNotThereIsSaidToBe() {
    Run run = run("dlq", "list", "--stack", "Nowhere");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("There is no stack Nowhere with its queues");
  }

  private JsonNode json(String... arguments) throws Exception {
    Run run = run(arguments);
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  private Run run(String... arguments) {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL_SQS", stack.sqsEndpoint().toString(),
            "AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString(),
            "RIDES_AUDIT", folder.resolve("audit.jsonl").toString());
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Rides.commandLine(environment)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }
}
