package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;
import wildrydes.emulators.Aws;
import wildrydes.emulators.template.Queue;

/** An SQS: the model or the real one. */
interface SqsTwin {

  SqsClient sqs();

  Set<KnownDifference> differences();

  /** Creates a queue that no other test uses and returns its URL. */
  String create(Queue queue);

  /** A text that no other test uses, for names. */
  String unique();

  /** Asks again and again, as time goes by, until there is an answer. */
  <T> T eventually(Supplier<Optional<T>> asked);

  /**
   * A queue without a redrive policy, whose messages come back at once unless a test hides them.
   */
  default String queue() {
    return create(queue("Jobs" + unique(), Map.of("VisibilityTimeout", "0"), Optional.empty()));
  }

  static Queue queue(String name, Map<String, String> attributes, Optional<Queue.Redrive> redrive) {
    return new Queue(name, name, arn(name), attributes, redrive);
  }

  static String arn(String name) {
    return "arn:aws:sqs:" + Aws.REGION + ":" + Aws.ACCOUNT_ID + ":" + name;
  }

  default String send(String queueUrl, String body) {
    return sqs().sendMessage(m -> m.queueUrl(queueUrl).messageBody(body)).messageId();
  }

  /** What can be received now, and stays visible. */
  default List<Message> look(String queueUrl) {
    return receive(queueUrl, 0);
  }

  default List<Message> receive(String queueUrl, int visibilityTimeout) {
    return sqs()
        .receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(visibilityTimeout)
                    .messageSystemAttributeNamesWithStrings("All")
                    .messageAttributeNames("All"))
        .messages();
  }

  default Message receiveOne(String queueUrl, int visibilityTimeout) {
    return receive(queueUrl, visibilityTimeout).getFirst();
  }

  /** Expects that a call is refused with this code, where no known difference says otherwise. */
  default void assertRefused(String code, ThrowingCallable call) {
    var refusal = catchThrowableOfType(SqsException.class, call);
    assertThat(refusal).isNotNull();
    if (!differences().contains(KnownDifference.ELASTICMQ_HAS_OTHER_ERROR_CODES)) {
      assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
    }
  }

  /** The same for what one of the twins is known to accept. */
  default void assertRefusedOrKnown(KnownDifference accepts, String code, ThrowingCallable call) {
    if (differences().contains(accepts)) {
      assertThatCode(call).doesNotThrowAnyException();
    } else {
      assertRefused(code, call);
    }
  }
}
