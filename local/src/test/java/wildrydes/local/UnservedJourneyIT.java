package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;

/** Rides that nobody serves, or not at once, with queues that give up sooner than the real ones. */
class UnservedJourneyIT {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Started before each test.
  private LocalPipeline pipeline;

  @BeforeEach
  void start() throws IOException {
    pipeline = LocalPipeline.start(LocalSettings.inMemory(ChangedTemplate.impatient(folder)));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void whenNobodyComesFreeTheRideStaysUnassigned() {
    City city = City.somewhere(pipeline);
    city.add("Far away", 0.5);
    Rider alice = new Rider(pipeline.endpoints().api(), "alice");

    String id = alice.request(city.center());
    Instant requested = Instant.now();
    alice.awaitStatus(id, "UNASSIGNED");

    // Between the two deliveries lie about five seconds.
    assertThat(Duration.between(requested, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    assertThat(messagesIn("RideRequestDeadLetterQueue")).isZero();
  }

  @Test
  void whoComesFreeInTimeIsAssigned() {
    City city = City.somewhere(pipeline);
    Rider alice = new Rider(pipeline.endpoints().api(), "alice");
    String id = alice.request(city.center());

    city.add("Late", 0.01);

    assertThat(alice.awaitStatus(id, "ASSIGNED").get("UnicornName").textValue()).isEqualTo("Late");
  }

  @Test
  void whenRetriesAreExhaustedTheRideFailsAndItsRequestIsADeadLetterThatCanBeReplayed()
      throws Exception {
    City city = City.somewhere(pipeline);
    Rider alice = new Rider(pipeline.endpoints().api(), "alice");
    String unicorns = pipeline.stack().tableName("UnicornsTable");
    var table = pipeline.stack().dynamoDb().describeTable(d -> d.tableName(unicorns)).table();
    pipeline.stack().dynamoDb().deleteTable(d -> d.tableName(unicorns));

    String id = alice.request(city.center());
    JsonNode failed = alice.awaitStatus(id, "FAILED");

    assertThat(failed.get("FailureReason").textValue()).isEqualTo("retries exhausted");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> messagesIn("RideRequestDeadLetterQueue") == 1);

    pipeline
        .stack()
        .dynamoDb()
        .createTable(
            c ->
                c.tableName(unicorns)
                    .keySchema(table.keySchema())
                    .attributeDefinitions(table.attributeDefinitions())
                    .billingMode("PAY_PER_REQUEST"));
    city.add("Back again", 0.01);
    RideId replayed = replay();

    JsonNode saved = alice.awaitStatus(id, "ASSIGNED");
    assertThat(replayed.value()).isEqualTo(id);
    assertThat(saved.get("UnicornName").textValue()).isEqualTo("Back again");
    assertThat(saved.has("FailureReason")).isFalse();
  }

  /** Moves the only dead letter back, as an operator would. */
  private RideId replay() throws Exception {
    SqsClient sqs = pipeline.stack().sqs();
    String deadLetters = pipeline.stack().queueUrl("RideRequestDeadLetterQueue");
    var message =
        sqs.receiveMessage(r -> r.queueUrl(deadLetters).waitTimeSeconds(2)).messages().getFirst();
    sqs.sendMessage(
        s -> s.queueUrl(pipeline.stack().queueUrl("RideRequestQueue")).messageBody(message.body()));
    sqs.deleteMessage(d -> d.queueUrl(deadLetters).receiptHandle(message.receiptHandle()));
    return new MessageCodec().readRequest(message.body()).rideId();
  }

  private int messagesIn(String queue) {
    return Integer.parseInt(
        pipeline
            .stack()
            .sqs()
            .getQueueAttributes(
                g ->
                    g.queueUrl(pipeline.stack().queueUrl(queue))
                        .attributeNamesWithStrings("ApproximateNumberOfMessages"))
            .attributesAsStrings()
            .getOrDefault("ApproximateNumberOfMessages", "0"));
  }
}
