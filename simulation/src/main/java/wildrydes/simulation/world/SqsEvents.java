package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Received messages as the event that Lambda makes of them. */
final class SqsEvents {

  private SqsEvents() {}

  static SQSEvent of(List<Message> messages, String queueArn) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(message -> of(message, queueArn)).toList());
    return event;
  }

  private static SQSMessage of(Message message, String queueArn) {
    var record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setAttributes(message.attributesAsStrings());
    record.setEventSource("aws:sqs");
    record.setEventSourceArn(queueArn);
    return record;
  }
}
