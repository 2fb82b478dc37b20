package wildrydes.local.packed;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.emulators.Stack;

/** The four queues, to be emptied by work alone: nothing is purged. */
record SoakedQueues(Stack stack) {

  private static final List<String> WORKED = List.of("RideRequestQueue", "RideOutcomeQueue");

  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  /**
   * Waits until all messages are worked, and replays the dead letters until there are none.
   *
   * @return how many were replayed
   */
  int drain(Duration patience) {
    int replayed = 0;
    while (true) {
      await("empty queues").atMost(patience).until(() -> WORKED.stream().allMatch(this::isEmpty));
      int again = WORKED.stream().mapToInt(this::replay).sum();
      if (again == 0) {
        return replayed;
      }
      replayed += again;
    }
  }

  /** As an operator does: back into the queue first, then out of the dead letters. */
  private int replay(String queue) {
    String deadLetters = stack.queueUrl(queue.replace("Queue", "DeadLetterQueue"));
    int replayed = 0;
    for (var some = receive(deadLetters); !some.isEmpty(); some = receive(deadLetters)) {
      for (Message message : some) {
        stack
            .sqs()
            .sendMessage(
                s ->
                    s.queueUrl(stack.queueUrl(queue))
                        .messageBody(message.body())
                        .messageAttributes(message.messageAttributes()));
        stack
            .sqs()
            .deleteMessage(d -> d.queueUrl(deadLetters).receiptHandle(message.receiptHandle()));
        replayed++;
      }
    }
    return replayed;
  }

  private List<Message> receive(String url) {
    return stack
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
        .messages();
  }

  private boolean isEmpty(String queue) {
    return stack
        .sqs()
        .getQueueAttributes(g -> g.queueUrl(stack.queueUrl(queue)).attributeNames(COUNTS))
        .attributes()
        .values()
        .stream()
        .allMatch(count -> requireNonNull(count).equals("0"));
  }
}
