package wildrydes.ops.deadletters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.emulators.Stack;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.MoveTasks.Task;

/** ElasticMQ's own moves, on queues of this test alone. */
class SqsMoveTasksIT {

  private static final String STACK = "Moves";

  private final SqsClient sqs = Stack.shared().sqs();
  private final SqsDeadLetterQueues queues = new SqsDeadLetterQueues(sqs, STACK);
  private final SqsMoveTasks moves = new SqsMoveTasks(sqs, STACK);

  @BeforeEach
  void begin() {
    bringEmpty(Lane.REQUESTS.deadLetterQueueName(STACK), Map.of());
    var addresses = new QueueAddresses(sqs, STACK);
    String arn = addresses.arn(addresses.deadLetters(Lane.REQUESTS));
    bringEmpty(
        Lane.REQUESTS.queueName(STACK),
        Map.of(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":5}".formatted(arn)));
  }

  private void bringEmpty(String name, Map<QueueAttributeName, String> attributes) {
    String url = sqs.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
    sqs.purgeQueue(p -> p.queueUrl(url));
  }

  @Test
  void allAreMovedInTheEnd() {
    put(12);

    moves.start(Lane.REQUESTS, OptionalInt.of(500));
    Task task = moves.latest(Lane.REQUESTS).orElseThrow();
    while (task.isUnderWay()) {
      task = moves.latest(Lane.REQUESTS).orElseThrow();
    }

    assertThat(task.status()).isEqualTo("COMPLETED");
    assertThat(task.moved()).isEqualTo(12);
    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(0, 0));
    assertThat(queues.waiting(Lane.REQUESTS)).isEqualTo(new Count(12, 0));
  }

  @Test
  void aMoveThatIsCancelledLeavesTheRest() {
    put(12);

    moves.cancel(moves.start(Lane.REQUESTS, OptionalInt.of(1)));

    assertThat(moves.latest(Lane.REQUESTS).filter(Task::isUnderWay)).isEmpty();
    assertThat(queues.count(Lane.REQUESTS).visible()).isPositive();
  }

  private void put(int count) {
    IntStream.range(0, count).forEach(i -> queues.put(Lane.REQUESTS, "letter " + i, Map.of()));
  }
}
