package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What a queue refuses. */
interface QueueRefusalContract extends SqsTwin {

  private static String errorOf(ThrowingCallable call) {
    return catchThrowableOfType(SqsException.class, call).awsErrorDetails().errorCode();
  }

  private void changeVisibility(String url, Message message, int seconds) {
    sqs()
        .changeMessageVisibility(
            c ->
                c.queueUrl(url)
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(seconds));
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

    assertThat(errorOf(() -> send(url, ""))).isEqualTo("MissingParameter");
    assertThatThrownBy(() -> send(url, "a\u0000b"))
        .isInstanceOf(InvalidMessageContentsException.class);
    assertThatThrownBy(() -> send(url, "a\uFFFEb"))
        .isInstanceOf(InvalidMessageContentsException.class);
    assertThat(look(url)).isEmpty();
  }

  @Test
  default void aBodyOfMoreThanAMebibyte() {
    var url = queue();

    assertThat(errorOf(() -> send(url, "x".repeat(1_048_577)))).isEqualTo("InvalidParameterValue");
    send(url, "x".repeat(1_048_576));
  }

  @Test
  default void aHandleThatNeverWasOne() {
    var url = queue();

    assertThat(errorOf(() -> sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle("none"))))
        .isEqualTo("ReceiptHandleIsInvalid");
    assertThat(
            errorOf(
                () ->
                    sqs()
                        .changeMessageVisibility(
                            c -> c.queueUrl(url).receiptHandle("none").visibilityTimeout(1))))
        .isEqualTo("ReceiptHandleIsInvalid");
  }

  @Test
  default void aVisibilityChangeOfAMessageThatIsVisibleAgain() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 0);

    assertThat(errorOf(() -> changeVisibility(url, received, 10))).isEqualTo("MessageNotInflight");
  }

  @Test
  default void aVisibilityChangeOfAMessageThatIsGone() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);
    sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(received.receiptHandle()));

    assertThat(errorOf(() -> changeVisibility(url, received, 10)))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  default void aVisibilityTimeoutOfMoreThanTwelveHours() {
    var url = queue();
    send(url, "job");
    var received = receiveOne(url, 60);

    assertThat(errorOf(() -> changeVisibility(url, received, 43_201)))
        .isEqualTo("InvalidParameterValue");
    assertThat(errorOf(() -> changeVisibility(url, received, -1)))
        .isEqualTo("InvalidParameterValue");
    changeVisibility(url, received, 43_000);
  }

  @Test
  default void aReceiveOfNoneOrMoreThanTen() {
    var url = queue();

    for (int max : new int[] {0, 11}) {
      assertThat(
              errorOf(
                  () -> sqs().receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(max))))
          .isEqualTo("InvalidParameterValue");
    }
  }

  @Test
  default void aDelayOfMoreThanAQuarterOfAnHour() {
    var url = queue();

    assertThat(
            errorOf(
                () ->
                    sqs()
                        .sendMessage(
                            m -> m.queueUrl(url).messageBody("job").delaySeconds(901))))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  default void aRedriveFromAQueueThatIsNobodysDeadLetterQueue() {
    var name = "Plain" + unique();
    create(SqsTwin.queue(name, java.util.Map.of(), java.util.Optional.empty()));

    assertThat(
            errorOf(
                () ->
                    sqs()
                        .startMessageMoveTask(
                            s -> s.sourceArn(SqsTwin.arn(name)).destinationArn(SqsTwin.arn(name)))))
        .isEqualTo("InvalidParameterValue");
  }
}
