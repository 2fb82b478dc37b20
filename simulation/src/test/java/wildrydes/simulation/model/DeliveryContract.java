package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** When a message can be received, and what ends its life. */
interface DeliveryContract extends SqsTwin {

  @Test
  default void aMessageIsReceivedAsItWasSent() {
    var url = queue();
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue("ride").build();

    var id =
        sqs()
            .sendMessage(
                m ->
                    m.queueUrl(url)
                        .messageBody("job é \uD83E\uDD84")
                        .messageAttributes(Map.of("RideId", attribute)))
            .messageId();
    var received = receiveOne(url, 0);

    assertThat(received.messageId()).isEqualTo(id);
    assertThat(received.body()).isEqualTo("job é \uD83E\uDD84");
    assertThat(received.messageAttributes()).isEqualTo(Map.of("RideId", attribute));
  }

  @Test
  default void attributesAreGivenOnlyIfAskedFor() {
    var url = queue();
    send(url, "job");

    var received = sqs().receiveMessage(r -> r.queueUrl(url)).messages().getFirst();

    assertThat(received.hasAttributes()).isFalse();
    assertThat(received.hasMessageAttributes()).isFalse();
  }

  @Test
  default void everyReceiveCountsAndHasAHandleOfItsOwn() {
    var url = queue();
    send(url, "job");

    var first = receiveOne(url, 0);
    var second = receiveOne(url, 0);

    assertThat(first.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "1");
    assertThat(second.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "2");
    assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
    for (var kept : List.of(SENT_TIMESTAMP, APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)) {
      assertThat(second.attributes().get(kept)).isEqualTo(first.attributes().get(kept));
    }
  }

  @Test
  default void aReceivedMessageIsHiddenUntilItsVisibilityTimeoutEnds() {
    var url =
        create(SqsTwin.queue("J" + unique(), Map.of("VisibilityTimeout", "1"), Optional.empty()));
    send(url, "job");

    assertThat(sqs().receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);

    assertThat(look(url)).isEmpty();
    assertThat(eventually(() -> look(url).stream().findFirst()).attributes())
        .containsEntry(APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  default void aReceiverMayChooseAnotherVisibilityTimeout() {
    var url =
        create(SqsTwin.queue("J" + unique(), Map.of("VisibilityTimeout", "60"), Optional.empty()));
    send(url, "job");

    assertThat(receive(url, 0)).hasSize(1);
    assertThat(receive(url, 60)).hasSize(1);
    assertThat(look(url)).isEmpty();
  }

  @Test
  default void aDelayedMessageComesLater() {
    var url = queue();
    sqs().sendMessage(m -> m.queueUrl(url).messageBody("job").delaySeconds(1));

    assertThat(look(url)).isEmpty();
    assertThat(eventually(() -> look(url).stream().findFirst()).body()).isEqualTo("job");
  }

  @Test
  default void aQueueMayDelayAllItsMessages() {
    var url =
        create(
            SqsTwin.queue(
                "J" + unique(),
                Map.of("VisibilityTimeout", "0", "DelaySeconds", "60"),
                Optional.empty()));
    send(url, "later");
    sqs().sendMessage(m -> m.queueUrl(url).messageBody("now").delaySeconds(0));

    assertThat(look(url)).extracting(Message::body).containsExactly("now");
  }

  @Test
  default void aDeletedMessageNeverComesBack() {
    var url = queue();
    send(url, "job");

    var received = receiveOne(url, 0);
    delete(url, received);

    assertThat(look(url)).isEmpty();
    deleteBySpentHandle(url, received);
  }

  @Test
  default void aHandleOutlivesItsVisibilityTimeout() {
    var url = queue();
    send(url, "job");
    var late = receiveOne(url, 0);

    delete(url, late);

    assertThat(look(url)).isEmpty();
  }

  @Test
  default void aHandleThatWasFollowedByAnotherDeletesNothing() {
    var url = queue();
    send(url, "job");
    var old = receiveOne(url, 0);
    receiveOne(url, 0);

    deleteBySpentHandle(url, old);

    assertThat(look(url)).hasSize(1);
  }

  @Test
  default void aMessageCanBeMadeVisibleAtOnce() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);
    assertThat(look(url)).isEmpty();

    changeVisibility(url, received, 0);

    assertThat(look(url)).hasSize(1);
  }

  @Test
  default void aMessageCanBeHiddenLonger() {
    var url = queue();
    send(url, "longer");
    var longer = receiveOne(url, 1);
    send(url, "shorter");
    receiveOne(url, 1);

    changeVisibility(url, longer, 60);

    assertThat(eventually(() -> look(url).stream().findFirst()).body()).isEqualTo("shorter");
    assertThat(look(url)).extracting(Message::body).containsExactly("shorter");
  }

  @Test
  default void messagesAreCountedByWhereTheyAre() {
    var url = queue();
    send(url, "in flight");
    receiveOne(url, 60);
    send(url, "visible");
    send(url, "visible, too");
    sqs().sendMessage(m -> m.queueUrl(url).messageBody("delayed").delaySeconds(60));

    var counts =
        sqs()
            .getQueueAttributes(
                g ->
                    g.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                            QueueAttributeName.VISIBILITY_TIMEOUT))
            .attributesAsStrings();

    assertThat(counts)
        .isEqualTo(
            Map.of(
                "ApproximateNumberOfMessages", "2",
                "ApproximateNumberOfMessagesNotVisible", "1",
                "ApproximateNumberOfMessagesDelayed", "1",
                "VisibilityTimeout", "0"));
  }

  @Test
  default void aPurgeTakesEverythingInFlightToo() {
    var url = queue();
    send(url, "in flight");
    var received = receiveOne(url, 60);
    send(url, "visible");

    sqs().purgeQueue(p -> p.queueUrl(url));

    assertThat(look(url)).isEmpty();
    deleteBySpentHandle(url, received);
  }

  @Test
  default void aQueueIsFoundByItsName() {
    var url = create(SqsTwin.queue("Named" + unique(), Map.of(), Optional.empty()));

    assertThat(sqs().getQueueUrl(g -> g.queueName("Named" + unique())).queueUrl()).isEqualTo(url);
  }

  private void delete(String url, Message message) {
    sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  private void deleteBySpentHandle(String url, Message message) {
    if (differences().contains(KnownDifference.ELASTICMQ_REFUSES_SPENT_HANDLES)) {
      assertRefused("ReceiptHandleIsInvalid", () -> delete(url, message));
    } else {
      delete(url, message);
    }
  }

  private void changeVisibility(String url, Message message, int seconds) {
    sqs()
        .changeMessageVisibility(
            c -> c.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }
}
