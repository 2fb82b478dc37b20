package wildrydes.local.facts;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.emulators.Stack;
import wildrydes.emulators.template.Queue;

/**
 * How many messages lie in every queue of the template, as SQS itself counts them.
 *
 * @param readAt epoch milliseconds
 */
public record QueueFacts(long readAt, List<Counted> queues) {

  private static final Duration WHILE = Duration.ofSeconds(1);

  /** The page would rather be told of an outage than wait for its end. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * One queue.
   *
   * @param logicalId its name in the template
   * @param visible messages that wait to be received
   * @param inFlight messages that were received and are neither deleted nor back
   * @param delayed messages that were sent with a delay
   * @param deadLettersOf the logical id of the queue whose dead letters these are; absent for
   *     others
   */
  public record Counted(
      String logicalId,
      String name,
      long visible,
      long inFlight,
      long delayed,
      @Nullable String deadLettersOf) {}

  /** Asks SQS when asked, but not for everyone who asks. */
  public static Supplier<QueueFacts> of(Stack stack) {
    return Remembered.forAtLeast(WHILE, () -> read(stack));
  }

  private static QueueFacts read(Stack stack) {
    List<Queue> queues = stack.template().queues();
    return new QueueFacts(
        Instant.now().toEpochMilli(),
        queues.stream().map(queue -> count(stack, queue, sourceOf(queue, queues))).toList());
  }

  private static Counted count(Stack stack, Queue queue, @Nullable String deadLettersOf) {
    var counts =
        stack
            .sqs()
            .getQueueAttributes(
                g ->
                    g.queueUrl(stack.queueUrl(queue.logicalId()))
                        .attributeNames(
                            APPROXIMATE_NUMBER_OF_MESSAGES,
                            APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)
                        .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE)))
            .attributes();
    return new Counted(
        queue.logicalId(),
        queue.name(),
        number(counts, APPROXIMATE_NUMBER_OF_MESSAGES),
        number(counts, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(counts, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        deadLettersOf);
  }

  private static long number(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Long.parseLong(counts.getOrDefault(name, "0"));
  }

  private static @Nullable String sourceOf(Queue deadLetters, List<Queue> queues) {
    return queues.stream()
        .filter(
            queue ->
                queue
                    .redrive()
                    .filter(redrive -> redrive.deadLetterQueueArn().equals(deadLetters.arn()))
                    .isPresent())
        .map(Queue::logicalId)
        .findFirst()
        .orElse(null);
  }
}
