package wildrydes.simulation.fuzz;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.dispatcher.aws.Dispatcher;
import wildrydes.edge.Surroundings;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.recorder.aws.Recorder;
import wildrydes.simulation.model.ModelCloudWatch;
import wildrydes.simulation.model.ModelDynamoDb;
import wildrydes.simulation.model.ModelSqs;
import wildrydes.simulation.world.Deployment;

/** Both consumers with the models of AWS around them, and nothing in the tables but what is put. */
final class FuzzedQueues {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final ModelDynamoDb dynamoDb =
      new ModelDynamoDb(InstantSource.fixed(NOW), () -> Duration.ZERO);
  private final ModelSqs sqs = new ModelSqs(InstantSource.fixed(NOW), new Random(1));
  private final Map<String, String> urls = new HashMap<>();
  private final Surroundings around =
      new Surroundings(
          dynamoDb, sqs, InstantSource.fixed(NOW), _ -> {}, new Random(1), new ThreadOfTheCaller());

  FuzzedQueues() {
    Deployment.TEMPLATE.tables().forEach(dynamoDb::createTable);
    Deployment.TEMPLATE
        .queues()
        .forEach(queue -> urls.put(queue.logicalId(), sqs.createQueue(queue)));
  }

  static RideId ride(int number) {
    byte[] bytes = new byte[16];
    bytes[0] = (byte) number;
    return RideId.of(bytes);
  }

  static RideRequested request(RideId id) {
    return new RideRequested(id, "alice", new Location(47.6, -122.3), NOW);
  }

  /** Puts the ride into the table as the request API does. */
  void store(RideId id) {
    dynamoDb.putItem(
        p ->
            p.tableName(Deployment.tableName("RidesTable"))
                .item(
                    Map.of(
                        "RideId", AttributeValue.fromS(id.value()),
                        "User", AttributeValue.fromS("alice"),
                        "Status", AttributeValue.fromS("REQUESTED"))));
  }

  String statusOf(RideId id) {
    return dynamoDb
        .getItem(
            g ->
                g.tableName(Deployment.tableName("RidesTable"))
                    .key(Map.of("RideId", AttributeValue.fromS(id.value())))
                    .consistentRead(true))
        .item()
        .getOrDefault("Status", AttributeValue.fromS("none"))
        .s();
  }

  /** Hands the dispatcher a batch and answers which of its messages come back, by their place. */
  List<String> dispatch(List<String> bodies) {
    var handler = new Dispatcher(Deployment.function("Dispatcher").environment(), around);
    return failures(handler.handleRequest(event(bodies), InvocationContext.of("fuzz")));
  }

  /** Hands the recorder a batch. */
  List<String> record(List<String> bodies) {
    var handler =
        new Recorder(
            Deployment.function("Recorder").environment(), around, new ModelCloudWatch(_ -> {}));
    return failures(handler.handleRequest(event(bodies), InvocationContext.of("fuzz")));
  }

  /** What lies in a queue. */
  List<Message> messages(String queue) {
    return sqs.messages(urls.getOrDefault(queue, queue));
  }

  private static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSEvent event(List<String> bodies) {
    List<SQSMessage> records = new ArrayList<>();
    for (String body : bodies) {
      var message = new SQSMessage();
      message.setMessageId(Integer.toString(records.size()));
      message.setReceiptHandle("none");
      message.setBody(body);
      message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
      records.add(message);
    }
    var event = new SQSEvent();
    event.setRecords(records);
    return event;
  }
}
