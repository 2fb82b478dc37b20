package wildrydes.ops.deadletters.aws;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.emulators.Stack;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.DeadLetterQueuesContract;
import wildrydes.ops.deadletters.Lane;

/** ElasticMQ's own judgement, on queues of this test alone. */
class SqsDeadLetterQueuesIT extends DeadLetterQueuesContract {

  private static final String STACK = "Contract";

  private final SqsClient sqs = Stack.shared().sqs();
  private final SqsDeadLetterQueues queues = new SqsDeadLetterQueues(sqs, STACK);

  @BeforeEach
  void begin() {
    for (Lane lane : Lane.values()) {
      bringEmpty(lane.queueName(STACK));
      bringEmpty(lane.deadLetterQueueName(STACK));
    }
  }

  private void bringEmpty(String name) {
    String url = sqs.createQueue(q -> q.queueName(name)).queueUrl();
    sqs.purgeQueue(p -> p.queueUrl(url));
  }

  @Override
  protected DeadLetterQueues queues() {
    return queues;
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Override
  protected void pass(Duration time) {
    // It passes by itself, while the queues wait for messages.
  }
}
