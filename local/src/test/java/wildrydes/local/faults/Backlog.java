package wildrydes.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.Stack;

/** What still lies in the queues, and its end: an operator who waits and replays. */
final class Backlog {

  private static final List<String> QUEUES = List.of("RideRequestQueue", "RideOutcomeQueue");

  private static final Map<String, String> DEAD_LETTERS =
      Map.of(
          "RideRequestDeadLetterQueue", "RideRequestQueue",
          "RideOutcomeDeadLetterQueue", "RideOutcomeQueue");

  private static final List<String> COUNTS =
      List.of(
          "ApproximateNumberOfMessages",
          "ApproximateNumberOfMessagesNotVisible",
          "ApproximateNumberOfMessagesDelayed");

  private static final int MAX_ROUNDS = 10;

  private final Stack stack;
  private final Poison poison;
  private final Duration patience;
  private int replayed;

  Backlog(Stack stack, Poison poison, Duration patience) {
    this.stack = stack;
    this.poison = poison;
    this.patience = patience;
  }

  /** Waits until all is worked, replaying dead letters that are no poison until there are none. */
  void drain() {
    awaitWorked();
    for (int round = 0; messagesIn(List.copyOf(DEAD_LETTERS.keySet())) > 0; round++) {
      // Nothing fails any more, so what comes back again and again is a finding.
      assertThat(round).as("rounds of replay").isLessThan(MAX_ROUNDS);
      DEAD_LETTERS.forEach(this::replay);
      awaitWorked();
    }
  }

  /** Messages in these queues, in whatever state. */
  int messagesIn(List<String> queues) {
    return queues.stream().mapToInt(this::messagesIn).sum();
  }

  int messagesAnywhere() {
    return messagesIn(QUEUES) + messagesIn(List.copyOf(DEAD_LETTERS.keySet()));
  }

  /** How many dead letters were sent back. */
  int replayed() {
    return replayed;
  }

  /** A message moves between the looks at two queues: only a while of emptiness counts. */
  private void awaitWorked() {
    await("the queues to be empty")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .during(Duration.ofMillis(700))
        .until(() -> messagesIn(QUEUES) == 0);
  }

  private int messagesIn(String queue) {
    return stack
        .sqs()
        .getQueueAttributes(
            g -> g.queueUrl(stack.queueUrl(queue)).attributeNamesWithStrings(COUNTS))
        .attributesAsStrings()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private void replay(String deadLetters, String source) {
    for (var some = receive(deadLetters); !some.isEmpty(); some = receive(deadLetters)) {
      for (Message letter : some) {
        if (!poison.recognizes(letter.body())) {
          stack
              .sqs()
              .sendMessage(s -> s.queueUrl(stack.queueUrl(source)).messageBody(letter.body()));
          replayed++;
        }
        stack
            .sqs()
            .deleteMessage(
                d -> d.queueUrl(stack.queueUrl(deadLetters)).receiptHandle(letter.receiptHandle()));
      }
    }
  }

  private List<Message> receive(String queue) {
    return stack
        .sqs()
        .receiveMessage(r -> r.queueUrl(stack.queueUrl(queue)).maxNumberOfMessages(10))
        .messages();
  }
}
