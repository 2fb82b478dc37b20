package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** Batches: each entry succeeds or fails by itself, unless the batch as a whole is wrong. */
interface BatchContract extends SqsTwin {

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static List<SendMessageBatchRequestEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry(Integer.toString(i), "job " + i)).toList();
  }

  private SendMessageBatchResponse send(String url, List<SendMessageBatchRequestEntry> entries) {
    return sqs().sendMessageBatch(s -> s.queueUrl(url).entries(entries));
  }

  @Test
  default void tenMessagesAreSentAndReceivedInOneCall() {
    var url = queue();

    var sent = send(url, entries(10));

    assertThat(sent.successful())
        .extracting(SendMessageBatchResultEntry::id)
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(sent.failed()).isEmpty();
    var received = receive(url, 60);
    assertThat(received).extracting(Message::messageId).doesNotHaveDuplicates().hasSize(10);
    assertThat(received)
        .extracting(Message::messageId)
        .containsExactlyInAnyOrderElementsOf(
            sent.successful().stream().map(SendMessageBatchResultEntry::messageId).toList());
  }

  @Test
  default void aReceiveGivesNoMoreThanAskedFor() {
    var url = queue();
    send(url, entries(5));

    var first =
        sqs().receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(3).visibilityTimeout(60));
    var rest = receive(url, 60);

    assertThat(first.messages()).hasSize(3);
    assertThat(rest).hasSize(2);
  }

  @Test
  default void aBatchNeedsOneToTenEntriesWithDifferentIds() {
    var url = queue();

    assertRefusedOrKnown(
        KnownDifference.ELASTICMQ_CHECKS_LESS,
        "AWS.SimpleQueueService.EmptyBatchRequest",
        () -> send(url, List.of()));
    assertThatThrownBy(() -> send(url, entries(11)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(() -> send(url, List.of(entry("a", "x"), entry("a", "y"))))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThat(look(url)).isEmpty();
  }

  @Test
  default void anIdIsOfLettersDigitsHyphensAndUnderscores() {
    var url = queue();

    for (String id : List.of("a b", "a.b", "é", "a".repeat(81))) {
      assertRefusedOrKnown(
          KnownDifference.ELASTICMQ_CHECKS_LESS,
          "AWS.SimpleQueueService.InvalidBatchEntryId",
          () -> send(url, List.of(entry(id, "x"))));
    }
    assertThat(send(url, List.of(entry("a-B_9".repeat(16), "x"))).failed()).isEmpty();
  }

  @Test
  default void aBatchOfMoreThanAMebibyteIsRefused() {
    var url = queue();
    var half = "x".repeat(600_000);

    assertRefused(
        "AWS.SimpleQueueService.BatchRequestTooLong",
        () -> send(url, List.of(entry("a", half), entry("b", half))));
    assertThat(look(url)).isEmpty();
  }

  @Test
  default void anEntryThatIsWrongFailsByItself() {
    var url = queue();

    var sent = send(url, List.of(entry("good", "job"), entry("bad", "\u0000")));

    assertThat(sent.successful())
        .extracting(SendMessageBatchResultEntry::id)
        .containsExactly("good");
    assertThat(sent.failed()).extracting(BatchResultErrorEntry::id).containsExactly("bad");
    assertThat(look(url)).extracting(Message::body).containsExactly("job");
  }

  @Test
  default void messagesAreDeletedTogetherAndAWrongHandleFailsByItself() {
    var url = queue();
    send(url, entries(3));
    var received = receive(url, 60);
    var deletions = new ArrayList<DeleteMessageBatchRequestEntry>();
    for (int i = 0; i < 3; i++) {
      deletions.add(
          DeleteMessageBatchRequestEntry.builder()
              .id("d" + i)
              .receiptHandle(received.get(i).receiptHandle())
              .build());
    }
    deletions.add(DeleteMessageBatchRequestEntry.builder().id("no").receiptHandle("no").build());

    var answer = sqs().deleteMessageBatch(d -> d.queueUrl(url).entries(deletions));

    assertThat(answer.successful())
        .extracting(DeleteMessageBatchResultEntry::id)
        .containsExactlyInAnyOrder("d0", "d1", "d2");
    assertThat(answer.failed()).extracting(BatchResultErrorEntry::id).containsExactly("no");
  }

  @Test
  default void visibilitiesAreChangedTogetherAndAWrongHandleFailsByItself() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);

    var answer =
        sqs()
            .changeMessageVisibilityBatch(
                c ->
                    c.queueUrl(url)
                        .entries(change("a", received.receiptHandle()), change("b", "no")));

    assertThat(answer.successful())
        .extracting(ChangeMessageVisibilityBatchResultEntry::id)
        .containsExactly("a");
    assertThat(answer.failed()).extracting(BatchResultErrorEntry::id).containsExactly("b");
    assertThat(look(url)).hasSize(1);
  }

  private static ChangeMessageVisibilityBatchRequestEntry change(String id, String handle) {
    return ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(id)
        .receiptHandle(handle)
        .visibilityTimeout(0)
        .build();
  }
}
