package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** What a queue refuses. */
interface QueueRefusalContract extends SqsTwin {

  private void changeVisibility(String url, Message message, int seconds) {
    sqs()
        .changeMessageVisibility(
            c -> c.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  @Test
  default void aQueueThatIsNotThere() {
    var url = queue() + "-not";

    assertThatThrownBy(() -> send(url, "job")).isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> look(url)).isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> sqs().getQueueUrl(g -> g.queueName("Not" + unique())))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  default void aBodyThatIsEmptyOrHasForbiddenCharacters() {
    var url = queue();

    assertRefused("MissingParameter", () -> send(url, ""));
    assertRefused("InvalidMessageContents", () -> send(url, "a\u0000b"));
    assertRefused("InvalidMessageContents", () -> send(url, "a\uFFFEb"));
    assertThat(look(url)).isEmpty();
  }

  @Test
  default void aBodyOfMoreThanAMebibyte() {
    var url = queue();

    assertRefused("InvalidParameterValue", () -> send(url, "x".repeat(1_048_577)));
    send(url, "x".repeat(1_048_576));
    assertThat(look(url)).hasSize(1);
  }

  @Test
  default void aHandleThatNeverWasOne() {
    var url = queue();

    assertThatThrownBy(() -> sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle("none")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(
            () ->
                sqs()
                    .changeMessageVisibility(
                        c -> c.queueUrl(url).receiptHandle("none").visibilityTimeout(1)))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
  }

  @Test
  default void aVisibilityChangeOfAMessageThatIsVisibleAgain() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 0);

    assertRefusedOrKnown(
        KnownDifference.ELASTICMQ_CHECKS_LESS,
        "MessageNotInflight",
        () -> changeVisibility(url, received, 10));
  }

  @Test
  default void aVisibilityChangeOfAMessageThatIsGone() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);
    sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(received.receiptHandle()));

    assertRefused("InvalidParameterValue", () -> changeVisibility(url, received, 10));
  }

  @Test
  default void aVisibilityTimeoutOfMoreThanTwelveHoursOrLessThanNone() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);

    for (int seconds : new int[] {43_201, -1}) {
      assertRefusedOrKnown(
          KnownDifference.ELASTICMQ_CHECKS_LESS,
          "InvalidParameterValue",
          () -> changeVisibility(url, received, seconds));
    }
  }

  @Test
  default void aReceiveOfNoneOrMoreThanTenOrALongerWait() {
    var url = queue();

    for (int max : new int[] {0, 11}) {
      assertRefused(
          "InvalidParameterValue",
          () -> sqs().receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(max)));
    }
    assertRefused(
        "InvalidParameterValue",
        () -> sqs().receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(21)));
  }

  @Test
  default void aDelayOfMoreThanAQuarterOfAnHour() {
    var url = queue();

    assertRefused(
        "InvalidParameterValue",
        () -> sqs().sendMessage(m -> m.queueUrl(url).messageBody("job").delaySeconds(901)));
  }

  @Test
  default void aRedriveFromAQueueThatIsNobodysDeadLetterQueue() {
    var plain = "Plain" + unique();
    var other = "Other" + unique();
    create(SqsTwin.queue(plain, Map.of(), Optional.empty()));
    create(SqsTwin.queue(other, Map.of(), Optional.empty()));

    assertRefusedOrKnown(
        KnownDifference.ELASTICMQ_CHECKS_LESS,
        "InvalidParameterValue",
        () ->
            sqs()
                .startMessageMoveTask(
                    s -> s.sourceArn(SqsTwin.arn(plain)).destinationArn(SqsTwin.arn(other))));
  }
}
