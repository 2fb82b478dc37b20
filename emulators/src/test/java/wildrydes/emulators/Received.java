package wildrydes.emulators;

import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/** What comes out of a queue. */
final class Received {

  private Received() {}

  /** Waits a second at most. */
  static Optional<Message> one(Stack stack, String logicalId) {
    return stack
        .sqs()
        .receiveMessage(
            request ->
                request
                    .queueUrl(stack.queueUrl(logicalId))
                    .messageAttributeNames("All")
                    .maxNumberOfMessages(1)
                    .waitTimeSeconds(1))
        .messages()
        .stream()
        .findFirst();
  }
}
