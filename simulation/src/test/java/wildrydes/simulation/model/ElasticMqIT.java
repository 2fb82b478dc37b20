package wildrydes.simulation.model;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.emulators.Stack;
import wildrydes.emulators.template.Queue;

class ElasticMqIT
    implements DeliveryContract, BatchContract, DeadLetterContract, QueueRefusalContract {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final String unique = "-" + UUID.randomUUID();

  @Override
  public SqsClient sqs() {
    return Stack.shared().sqs();
  }

  @Override
  public Set<KnownDifference> differences() {
    return Set.of(
        KnownDifference.ELASTICMQ_KEEPS_IDS_ON_REDRIVE,
        KnownDifference.ELASTICMQ_REFUSES_SPENT_HANDLES,
        KnownDifference.ELASTICMQ_CHECKS_LESS,
        KnownDifference.ELASTICMQ_HAS_OTHER_ERROR_CODES,
        KnownDifference.ELASTICMQ_KEEPS_MESSAGES_FOR_EVER,
        KnownDifference.ELASTICMQ_NEVER_DUPLICATES);
  }

  @Override
  public String create(Queue queue) {
    var attributes = new HashMap<>(queue.attributes());
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    "RedrivePolicy",
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(redrive.deadLetterQueueArn(), redrive.maxReceiveCount())));
    return sqs()
        .createQueue(c -> c.queueName(queue.name()).attributesWithStrings(attributes))
        .queueUrl();
  }

  @Override
  public String unique() {
    return unique;
  }

  @Override
  public <T> T eventually(Supplier<Optional<T>> asked) {
    return await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(50))
        .until(asked::get, Optional::isPresent)
        .orElseThrow();
  }
}
