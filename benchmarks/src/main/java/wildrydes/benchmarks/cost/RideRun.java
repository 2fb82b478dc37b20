package wildrydes.benchmarks.cost;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.edge.SdkClients;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.messages.Location;

/**
 * Takes rides through a pipeline as riders, the gateway and Lambda's pollers do: each is asked for,
 * looked at once while it waits, dispatched and recorded in batches, and looked at twice more.
 */
final class RideRun {

  /** A call to a service of the same region, and an invocation's own work. */
  static final double CALL_MILLIS = 5;

  static final double OWN_MILLIS = 5;

  /** Its share of the work, for each message of a batch. */
  static final double MESSAGE_MILLIS = 1;

  private static final double GIGABYTES_OF_MEMORY = 1;

  /** X-Ray records a request a second, which is next to nothing of many, and of the rest 5 %. */
  private static final double TRACED_SHARE = 0.05;

  private static final int PATIENCE_RECEIVES = 20;

  private static final JsonMapper JSON = new JsonMapper();

  /** With names as long as AWS's, for log lines tell them. */
  private static final Context INVOCATION = InvocationContext.of("WildRydes-Dispatcher");

  private final MeteredAws aws;
  private final Functions functions;
  private final SqsClient poller;

  RideRun(MeteredAws aws, Functions functions) {
    this.aws = aws;
    this.functions = functions;
    this.poller = aws.surroundings(new SdkClients(aws.environment("DispatcherFunction"))).sqs();
  }

  /**
   * What one ride uses.
   *
   * @throws IllegalStateException if a ride got no unicorn: then this is no measurement
   */
  Usage perRide(int rides, int batchSize) throws IOException {
    var city = aws.town(40, Math.max(2000, 4 * rides));
    aws.log().take();
    aws.meter().take();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < rides; i++) {
      ids.add(ask("rider-" + i, city.somewhere()));
    }
    for (int i = 0; i < rides; i++) {
      look(ids.get(i), "rider-" + i, "REQUESTED");
    }
    var steps = functions.steps();
    drain("RideRequestQueue", functions.dispatcher(), rides, batchSize, steps.dispatch());
    drain("RideOutcomeQueue", functions.recorder(), rides, batchSize, steps.record());
    for (int i = 0; i < rides; i++) {
      look(ids.get(i), "rider-" + i, "ASSIGNED");
      look(ids.get(i), "rider-" + i, "ASSIGNED");
    }
    aws.meter().add(Quantity.LOG_GIGABYTES, aws.log().take() / 1e9);
    return aws.meter().take().perRide(rides);
  }

  private String ask(String rider, Location pickup) throws IOException {
    var event = ApiEvents.post(rider, pickup);
    var answer =
        request(() -> functions.api().handleRequest(event, INVOCATION), functions.steps().accept());
    return JSON.readTree(answer.getBody()).path("RideId").asText();
  }

  private void look(String rideId, String rider, String expected) throws IOException {
    var event = ApiEvents.get(rider, rideId);
    var answer =
        request(() -> functions.api().handleRequest(event, INVOCATION), functions.steps().show());
    String status = JSON.readTree(answer.getBody()).path("Status").asText();
    if (!status.equals(expected)) {
      throw new IllegalStateException(
          "Ride %s is %s instead of %s.".formatted(rideId, status, expected));
    }
  }

  private <A> A request(Supplier<A> invocation, int steps) {
    aws.meter().add(Quantity.HTTP_REQUESTS, 1);
    aws.meter().add(Quantity.LOG_GIGABYTES, functions.gatewayBytes() / 1e9);
    return invoke(invocation, steps, 0);
  }

  private <A> A invoke(Supplier<A> invocation, int steps, int messages) {
    double millis = OWN_MILLIS + steps * CALL_MILLIS + messages * MESSAGE_MILLIS;
    aws.meter().add(Quantity.INVOCATIONS, 1);
    aws.meter().add(Quantity.GIGABYTE_SECONDS, millis / 1000 * GIGABYTES_OF_MEMORY);
    aws.meter().add(Quantity.LOG_GIGABYTES, functions.platformBytes() / 1e9);
    aws.meter().add(Quantity.TRACES, TRACED_SHARE);
    return invocation.get();
  }

  private void drain(
      String queue,
      RequestHandler<SQSEvent, SQSBatchResponse> function,
      int messages,
      int batchSize,
      int steps) {
    String url = aws.queueUrl(queue);
    int worked = 0;
    for (int receives = 0; worked < messages; receives++) {
      if (receives > messages + PATIENCE_RECEIVES) {
        throw new IllegalStateException(
            "Of %d messages in %s only %d came.".formatted(messages, queue, worked));
      }
      List<Message> batch =
          poller
              .receiveMessage(
                  r ->
                      r.queueUrl(url)
                          .maxNumberOfMessages(batchSize)
                          .messageAttributeNames("All")
                          .messageSystemAttributeNamesWithStrings("All"))
              .messages();
      if (batch.isEmpty()) {
        continue;
      }
      var event = new SQSEvent();
      event.setRecords(batch.stream().map(RideRun::delivered).toList());
      var answer = invoke(() -> function.handleRequest(event, INVOCATION), steps, batch.size());
      if (!answer.getBatchItemFailures().isEmpty()) {
        throw new IllegalStateException("A ride was not worked at once.");
      }
      delete(url, batch);
      worked += batch.size();
    }
  }

  private void delete(String url, List<Message> batch) {
    List<DeleteMessageBatchRequestEntry> entries =
        batch.stream()
            .map(
                m ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(m.messageId())
                        .receiptHandle(m.receiptHandle())
                        .build())
            .toList();
    poller.deleteMessageBatch(d -> d.queueUrl(url).entries(entries));
  }

  private static SQSMessage delivered(Message received) {
    var message = new SQSMessage();
    message.setMessageId(received.messageId());
    message.setReceiptHandle(received.receiptHandle());
    message.setBody(received.body());
    message.setMd5OfBody(received.md5OfBody());
    message.setAttributes(received.attributesAsStrings());
    message.setMessageAttributes(Map.of());
    message.setEventSource("aws:sqs");
    message.setAwsRegion("us-east-1");
    message.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:WildRydes-RideRequests");
    return message;
  }
}
