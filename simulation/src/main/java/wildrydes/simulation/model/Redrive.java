package wildrydes.simulation.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/**
 * Moves messages out of a dead-letter queue, all of them at once. To SQS each is a new message:
 * with a new id, sent now, never received.
 */
record Redrive(ModelQueues queues, Sending sending) {

  StartMessageMoveTaskResponse start(StartMessageMoveTaskRequest request, Instant now) {
    if (request.sourceArn() == null) {
      throw SqsErrors.missing("SourceArn");
    }
    ModelQueue deadLetters = withArn(request.sourceArn());
    if (!queues.isDeadLetterQueue(deadLetters)) {
      throw SqsErrors.invalidValue("Source queue must be configured as a Dead Letter Queue.");
    }
    Optional<ModelQueue> destination =
        Optional.ofNullable(request.destinationArn()).map(this::withArn);
    // Who holds a message now keeps it.
    List<QueuedMessage> movable =
        deadLetters.messages(now).stream().filter(message -> message.isVisible(now)).toList();
    for (QueuedMessage message : movable) {
      // One that was sent here directly has no queue to go back to, and stays.
      destination
          .or(() -> message.source)
          .ifPresent(
              target -> {
                deadLetters.remove(message);
                sending.sendAnew(target, message.content);
              });
    }
    return StartMessageMoveTaskResponse.builder()
        .taskHandle("task of " + deadLetters.name())
        .build();
  }

  private ModelQueue withArn(String arn) {
    return queues.withArn(arn).orElseThrow(SqsErrors::queueDoesNotExist);
  }
}
