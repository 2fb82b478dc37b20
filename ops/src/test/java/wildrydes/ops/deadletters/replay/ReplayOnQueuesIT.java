package wildrydes.ops.deadletters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.Stack;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.InMemoryAudit;
import wildrydes.ops.deadletters.InMemoryRideRecords;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;
import wildrydes.ops.ride.Wait;

/** Two operators at once on real queues, in real time. */
class ReplayOnQueuesIT {

  private static final String STACK = "TwoOperators";
  private static final int RIDES = 60;

  private final SqsClient sqs = Stack.shared().sqs();
  private final SqsDeadLetterQueues queues = new SqsDeadLetterQueues(sqs, STACK);
  private final InMemoryRideRecords records = new InMemoryRideRecords();
  private final InMemoryAudit audit = new InMemoryAudit();

  @BeforeEach
  void begin() {
    for (Lane lane : Lane.values()) {
      sqs.createQueue(q -> q.queueName(lane.queueName(STACK)));
      sqs.createQueue(q -> q.queueName(lane.deadLetterQueueName(STACK)));
    }
  }

  @Test
  void theHoldsKeepThemApart() throws Exception {
    var scene = new World(3);
    Set<RideId> rides = new HashSet<>();
    for (int i = 0; i < RIDES; i++) {
      RideRequested ride = scene.unknown();
      rides.add(ride.rideId());
      records.putFailed(ride.rideId(), "retries exhausted");
      queues.put(Lane.REQUESTS, new MessageCodec().write(ride), Map.of("Replays", "1"));
    }
    Callable<ReplayReport> operator =
        () ->
            new Replay(queues, records, audit, Wait.real())
                .execute(
                    new Scope(List.of(Lane.REQUESTS), _ -> true),
                    new ReplayRules(
                        1_000,
                        200,
                        3,
                        false,
                        false,
                        false,
                        Duration.ofMinutes(1),
                        0.2,
                        Duration.ofMinutes(1)),
                    Silent.WATCHER,
                    () -> false);

    try (var operators = Executors.newFixedThreadPool(2)) {
      for (var report : operators.invokeAll(List.of(operator, operator))) {
        assertThat(report.get().failure()).isEmpty();
      }
    }

    assertThat(queues.count(Lane.REQUESTS).all()).isZero();
    List<Message> sent = sent();
    assertThat(sent).hasSize(RIDES);
    assertThat(sent)
        .extracting(message -> Lane.REQUESTS.rideOf(message.body()).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(rides);
    assertThat(sent)
        .allSatisfy(
            message ->
                assertThat(message.messageAttributes().get("Replays"))
                    .extracting("stringValue")
                    .isEqualTo("2"));
  }

  private List<Message> sent() {
    String url = sqs.getQueueUrl(q -> q.queueName(Lane.REQUESTS.queueName(STACK))).queueUrl();
    List<Message> all = new ArrayList<>();
    for (List<Message> some = receive(url); !some.isEmpty(); some = receive(url)) {
      all.addAll(some);
    }
    return all;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(
            r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
        .messages();
  }
}
