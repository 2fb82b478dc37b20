package wildrydes.simulation.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Gives messages out, takes acknowledgements, and moves what was delivered too often. */
final class Deliveries {

  private static final int MAX_MESSAGES = 10;
  private static final int MAX_VISIBILITY_SECONDS = 43_200;
  private static final int MAX_WAIT_SECONDS = 20;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final ModelQueues queues;
  private final Consumer<DeadLettered> listener;

  Deliveries(
      InstantSource clock,
      RandomGenerator random,
      ModelQueues queues,
      Consumer<DeadLettered> listener) {
    this.clock = clock;
    this.random = random;
    this.queues = queues;
    this.listener = listener;
  }

  List<Message> receive(ModelQueue queue, ReceiveMessageRequest request) {
    int max = request.maxNumberOfMessages() == null ? 1 : request.maxNumberOfMessages();
    inRange("MaxNumberOfMessages", max, 1, MAX_MESSAGES);
    if (request.waitTimeSeconds() != null) {
      inRange("WaitTimeSeconds", request.waitTimeSeconds(), 0, MAX_WAIT_SECONDS);
    }
    Duration hidden = queue.visibility();
    if (request.visibilityTimeout() != null) {
      inRange("VisibilityTimeout", request.visibilityTimeout(), 0, MAX_VISIBILITY_SECONDS);
      hidden = Duration.ofSeconds(request.visibilityTimeout());
    }
    Instant now = clock.instant();
    var asked = new AskedAttributes(request);
    List<Message> received = new ArrayList<>();
    for (QueuedMessage message : queue.visible(now, random)) {
      if (received.size() == max) {
        break;
      }
      if (!movedToDeadLetters(queue, message)) {
        message.receive(now, now.plus(hidden));
        received.add(asked.of(message, ReceiptHandle.of(queue, message)));
      }
    }
    return received;
  }

  private boolean movedToDeadLetters(ModelQueue queue, QueuedMessage message) {
    if (queue.redrive().isEmpty()
        || message.receiveCount < queue.redrive().get().maxReceiveCount()) {
      return false;
    }
    Optional<ModelQueue> target = queues.withArn(queue.redrive().get().deadLetterQueueArn());
    // Without the queue it names, a policy does nothing.
    target.ifPresent(
        deadLetters -> {
          queue.remove(message);
          message.source = Optional.of(queue);
          deadLetters.add(message);
          listener.accept(new DeadLettered(queue.name(), deadLetters.name(), message.look()));
        });
    return target.isPresent();
  }

  /** Does nothing if the message is gone, or was delivered again since. */
  void delete(ModelQueue queue, @Nullable String receiptHandle) {
    ReceiptHandle handle = handle(queue, receiptHandle);
    queue
        .find(handle.copy(), clock.instant())
        .filter(message -> message.receiveCount == handle.delivery())
        .ifPresent(queue::remove);
  }

  void changeVisibility(
      ModelQueue queue, @Nullable String receiptHandle, @Nullable Integer seconds) {
    if (seconds == null) {
      throw SqsErrors.missing("VisibilityTimeout");
    }
    inRange("VisibilityTimeout", seconds, 0, MAX_VISIBILITY_SECONDS);
    ReceiptHandle handle = handle(queue, receiptHandle);
    Instant now = clock.instant();
    QueuedMessage message =
        queue
            .find(handle.copy(), now)
            .filter(found -> found.receiveCount == handle.delivery())
            .orElseThrow(
                () ->
                    SqsErrors.invalidValue(
                        "Value %s for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change."
                            .formatted(receiptHandle)));
    if (!message.isInFlight(now) || message.lastReceived == null) {
      throw SqsErrors.notInFlight();
    }
    Instant until = now.plusSeconds(seconds);
    if (until.isAfter(message.lastReceived.plusSeconds(MAX_VISIBILITY_SECONDS))) {
      throw SqsErrors.invalidValue(
          "Value %d for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds]."
              .formatted(seconds));
    }
    message.visibleFrom = until;
  }

  private static ReceiptHandle handle(ModelQueue queue, @Nullable String receiptHandle) {
    if (receiptHandle == null) {
      throw SqsErrors.missing("ReceiptHandle");
    }
    return ReceiptHandle.parse(receiptHandle, queue);
  }

  private static void inRange(String parameter, int value, int least, int most) {
    if (value < least || value > most) {
      throw SqsErrors.invalidValue(
          "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
              .formatted(value, parameter, least, most));
    }
  }
}
