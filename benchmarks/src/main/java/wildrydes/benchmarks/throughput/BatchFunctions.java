package wildrydes.benchmarks.throughput;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.dispatcher.aws.Dispatcher;
import wildrydes.edge.Surroundings;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.recorder.aws.Recorder;

/**
 * The dispatcher and the recorder behind it, as one execution environment of each has them: one
 * batch at a time.
 */
final class BatchFunctions {

  private static final Location PLACE = new Location(38.7, -9.1);

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("RIDES_TABLE", "Rides"),
          Map.entry("UNICORNS_TABLE", "Unicorns"),
          Map.entry("RIDE_REQUEST_QUEUE_URL", "requests"),
          Map.entry("RIDE_REQUEST_DEAD_LETTER_QUEUE_URL", "dead-requests"),
          Map.entry("RIDE_OUTCOME_QUEUE_URL", "outcomes"),
          Map.entry("RIDE_OUTCOME_DEAD_LETTER_QUEUE_URL", "dead-outcomes"),
          Map.entry("MAX_RECEIVE_COUNT", "5"),
          Map.entry("MAX_PICKUP_METERS", "10000"),
          Map.entry("RIDE_SECONDS", "300"),
          Map.entry("METRICS_NAMESPACE", "WildRydes"));

  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
  private final SecureRandom random = new SecureRandom();
  private final MessageCodec codec = new MessageCodec();
  private final RequestHandler<SQSEvent, SQSBatchResponse> dispatcher;
  private final RequestHandler<SQSEvent, SQSBatchResponse> recorder;

  /**
   * Composes them.
   *
   * @param callTime of every call to AWS
   * @param threads how the items of a batch are worked
   */
  BatchFunctions(Duration callTime, ExecutorService threads) {
    var time = new CallTime(callTime);
    var around =
        new Surroundings(
            new SlowDynamoDb(time, PLACE, new AtomicInteger()),
            new SlowSqs(time, outcomes),
            InstantSource.system(),
            _ -> {},
            random,
            threads);
    this.dispatcher = new Dispatcher(ENVIRONMENT, around);
    this.recorder = new Recorder(ENVIRONMENT, around, new SlowCloudWatch(time));
  }

  /**
   * Takes that many rides through both.
   *
   * @throws IllegalStateException if one of them was not assigned and recorded at once
   */
  void carry(int rides, int batchSize) {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < rides; i++) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      requests.add(codec.write(new RideRequested(RideId.of(bytes), "rider-" + i, PLACE, now)));
    }
    work(dispatcher, requests, batchSize);
    List<String> assigned = new ArrayList<>();
    outcomes.drainTo(assigned);
    if (assigned.size() != rides || !assigned.getFirst().contains("RideAssigned")) {
      throw new IllegalStateException("%d outcomes of %d rides.".formatted(assigned.size(), rides));
    }
    work(recorder, assigned, batchSize);
  }

  private static void work(
      RequestHandler<SQSEvent, SQSBatchResponse> function, List<String> bodies, int batchSize) {
    for (int from = 0; from < bodies.size(); from += batchSize) {
      var batch = bodies.subList(from, Math.min(bodies.size(), from + batchSize));
      var event = new SQSEvent();
      event.setRecords(batch.stream().map(BatchFunctions::message).toList());
      var answer = function.handleRequest(event, InvocationContext.of("WildRydes-Dispatcher"));
      if (!answer.getBatchItemFailures().isEmpty()) {
        throw new IllegalStateException("A ride was not worked at once.");
      }
    }
  }

  static SQSMessage message(String body) {
    var message = new SQSMessage();
    message.setMessageId("m");
    message.setReceiptHandle("r");
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
    return message;
  }
}
