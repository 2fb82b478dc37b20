package wildrydes.ops.deadletters.aws;

import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.MoveTasks;

/**
 * Moves by SQS itself. The destination is always named: a queue that is nobody's dead-letter queue
 * would otherwise leave ElasticMQ without an answer.
 */
public final class SqsMoveTasks implements MoveTasks {

  private final SqsClient sqs;
  private final QueueAddresses addresses;

  public SqsMoveTasks(SqsClient sqs, String stack) {
    this.sqs = sqs;
    this.addresses = new QueueAddresses(sqs, stack);
  }

  @Override
  public String start(Lane lane, OptionalInt perSecond) {
    String source = addresses.arn(addresses.deadLetters(lane));
    String destination = addresses.arn(addresses.queue(lane));
    return sqs.startMessageMoveTask(
            t -> {
              t.sourceArn(source).destinationArn(destination);
              perSecond.ifPresent(t::maxNumberOfMessagesPerSecond);
            })
        .taskHandle();
  }

  @Override
  public Optional<Task> latest(Lane lane) {
    String source = addresses.arn(addresses.deadLetters(lane));
    return sqs.listMessageMoveTasks(t -> t.sourceArn(source).maxResults(1)).results().stream()
        .findFirst()
        .map(SqsMoveTasks::task);
  }

  private static Task task(ListMessageMoveTasksResultEntry entry) {
    Long moved = entry.approximateNumberOfMessagesMoved();
    return new Task(
        entry.status(),
        moved == null ? 0 : moved,
        Optional.ofNullable(entry.approximateNumberOfMessagesToMove()),
        Optional.ofNullable(entry.failureReason()));
  }

  @Override
  public void cancel(String handle) {
    sqs.cancelMessageMoveTask(t -> t.taskHandle(handle));
  }
}
