package wildrydes.edge;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideUnassigned;

class MessageQueueIT {

  private final Stack stack = Stack.shared();
  private final String url = stack.queueUrl("RideOutcomeQueue");
  private final MessageCodec codec = new MessageCodec();
  private final MessageQueue queue = new MessageQueue(stack.sqs(), url, codec);
  private final MessageQueue nowhere = new MessageQueue(stack.sqs(), url + "-gone", codec);

  @BeforeEach
  void drain() {
    received();
  }

  @Test
  void manyMessagesAllArriveWithTheirRideIds() {
    List<RideUnassigned> outcomes = outcomes(25);

    assertThat(queue.sendAll(outcomes)).isEmpty();

    Map<String, String> arrived = received();
    assertThat(arrived).hasSize(25);
    outcomes.forEach(
        outcome ->
            assertThat(arrived).containsEntry(codec.write(outcome), outcome.rideId().value()));
  }

  @Test
  void whatCouldNotBeSentIsNamedWithTheCause() {
    List<RideUnassigned> outcomes = outcomes(11);

    Map<RideUnassigned, String> unsent = nowhere.sendAll(outcomes);

    assertThat(unsent.keySet()).containsExactlyInAnyOrderElementsOf(outcomes);
    assertThat(unsent.values()).allSatisfy(why -> assertThat(why).contains("QueueDoesNotExist"));
  }

  @Test
  void nothingToSendIsNoCall() {
    assertThat(nowhere.sendAll(List.of())).isEmpty();
  }

  @Test
  void aSingleMessageIsSentOrTheFailureFlies() {
    RideUnassigned outcome = outcomes(1).getFirst();

    queue.send(outcome);

    assertThat(received())
        .containsExactly(Map.entry(codec.write(outcome), outcome.rideId().value()));
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> nowhere.send(outcome));
  }

  @Test
  void aDeadLetterKeepsItsBodyAndSaysWhy() {
    Message message = deadLettered(Map.of());

    assertThat(message.body()).isEqualTo("no message");
    assertThat(attributes(message))
        .containsExactlyInAnyOrderEntriesOf(Map.of("Reason", "unreadable", "Detail", "it is none"));
  }

  @Test
  void aDeadLetterThatWasReplayedStillSaysHowOften() {
    Message message = deadLettered(Map.of("Replays", "2", "Reason", "an older one"));

    assertThat(attributes(message))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Replays", "2", "Reason", "unreadable", "Detail", "it is none"));
  }

  @Test
  void aDeadLetterFullOfAttributesIsTakenAllTheSame() {
    Map<String, String> full =
        IntStream.range(0, 10).boxed().collect(toMap(i -> "Attribute" + i, i -> "value"));

    Message message = deadLettered(full);

    assertThat(attributes(message))
        .hasSize(10)
        .containsEntry("Reason", "unreadable")
        .containsEntry("Attribute7", "value");
  }

  /** What arrives of a delivery with these attributes that is put among the dead letters. */
  private Message deadLettered(Map<String, String> attributes) {
    String url = stack.queueUrl("RideOutcomeDeadLetterQueue");
    var delivery = new Delivery("id", "handle", "no message", 1, attributes);
    new DeadLetterQueue(stack.sqs(), url)
        .put(delivery, "unreadable", "it is none", Optional.empty());
    Message message =
        stack
            .sqs()
            .receiveMessage(r -> r.queueUrl(url).messageAttributeNames("All"))
            .messages()
            .getFirst();
    stack.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
    return message;
  }

  private static List<RideUnassigned> outcomes(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> RideId.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) i}))
        .map(id -> new RideUnassigned(id, Instant.EPOCH, Instant.EPOCH))
        .toList();
  }

  /** Takes all messages out of the queue: their bodies, and the ride ids they carry. */
  private Map<String, String> received() {
    Map<String, String> all = new HashMap<>();
    for (List<Message> some = receive(); !some.isEmpty(); some = receive()) {
      for (Message message : some) {
        all.put(message.body(), attributes(message).getOrDefault("RideId", ""));
        stack.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return all;
  }

  private List<Message> receive() {
    return stack
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
        .messages();
  }

  private static Map<String, String> attributes(Message message) {
    Map<String, String> attributes = new HashMap<>();
    for (Map.Entry<String, MessageAttributeValue> entry : message.messageAttributes().entrySet()) {
      attributes.put(entry.getKey(), entry.getValue().stringValue());
    }
    return attributes;
  }
}
