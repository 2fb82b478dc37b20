package wildrydes.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;

/** Sends messages to one SQS queue, ten a call; each carries its ride's id as an attribute. */
public final class MessageQueue {

  /** SQS takes no more than this many entries a call. */
  private static final int MAX_ENTRIES = 10;

  private final SqsClient sqs;
  private final String queueUrl;
  private final MessageCodec codec;

  public MessageQueue(SqsClient sqs, String queueUrl, MessageCodec codec) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.codec = codec;
  }

  /**
   * Returns once the message is durably queued.
   *
   * @throws SdkException if SQS did not say so; the message may be queued all the same
   */
  public void send(RideMessage message) {
    sqs.sendMessage(
        m ->
            m.queueUrl(queueUrl)
                .messageBody(codec.write(message))
                .messageAttributes(rideAttribute(message.rideId())));
  }

  /**
   * Sends all of them and returns why some were not accepted: the empty map is success. A message
   * named there may be queued all the same.
   */
  public <M extends RideMessage> Map<M, String> sendAll(List<M> messages) {
    Map<M, String> unsent = new HashMap<>();
    for (int from = 0; from < messages.size(); from += MAX_ENTRIES) {
      List<M> chunk = messages.subList(from, Math.min(from + MAX_ENTRIES, messages.size()));
      try {
        for (BatchResultErrorEntry error : send(chunk)) {
          unsent.put(chunk.get(Integer.parseInt(error.id())), error.code());
        }
      } catch (SdkException e) {
        chunk.forEach(message -> unsent.put(message, e.toString()));
      }
    }
    return unsent;
  }

  private List<BatchResultErrorEntry> send(List<? extends RideMessage> chunk) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    IntStream.range(0, chunk.size()).forEach(i -> entries.add(entry(i, chunk.get(i))));
    return sqs.sendMessageBatch(b -> b.queueUrl(queueUrl).entries(entries)).failed();
  }

  private SendMessageBatchRequestEntry entry(int index, RideMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(codec.write(message))
        .messageAttributes(rideAttribute(message.rideId()))
        .build();
  }

  static Map<String, MessageAttributeValue> rideAttribute(RideId rideId) {
    return Map.of("RideId", attribute(rideId.value()));
  }

  static MessageAttributeValue attribute(String text) {
    return MessageAttributeValue.builder().dataType("String").stringValue(text).build();
  }
}
