package wildrydes.ops.deadletters.aws;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Lane;

/** The lanes in SQS. */
public final class SqsDeadLetterQueues implements DeadLetterQueues {

  /** SQS takes and gives no more a call. */
  private static final int MOST = 10;

  /** Any wait makes SQS ask all of its servers; without one it may overlook messages. */
  private static final int WAIT_SECONDS = 1;

  private final SqsClient sqs;
  private final QueueAddresses addresses;

  public SqsDeadLetterQueues(SqsClient sqs, String stack) {
    this.sqs = sqs;
    this.addresses = new QueueAddresses(sqs, stack);
  }

  @Override
  public Count count(Lane lane) {
    return countOf(addresses.deadLetters(lane));
  }

  @Override
  public Count waiting(Lane lane) {
    return countOf(addresses.queue(lane));
  }

  private Count countOf(String url) {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(
                a ->
                    a.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return new Count(
        number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static int number(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Integer.parseInt(counts.getOrDefault(name, "0"));
  }

  @Override
  public List<DeadLetter> receive(Lane lane, int most, Duration hold) {
    return sqs
        .receiveMessage(
            r ->
                r.queueUrl(addresses.deadLetters(lane))
                    .maxNumberOfMessages(Math.min(most, MOST))
                    .visibilityTimeout(Math.toIntExact(hold.toSeconds()))
                    .waitTimeSeconds(WAIT_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
        .messages()
        .stream()
        .map(message -> letter(lane, message))
        .toList();
  }

  private static DeadLetter letter(Lane lane, Message message) {
    String sent = message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
    return new DeadLetter(
        lane,
        message.messageId(),
        message.receiptHandle(),
        message.body(),
        texts(message.messageAttributes()),
        Instant.ofEpochMilli(Long.parseLong(sent)));
  }

  private static Map<String, String> texts(Map<String, MessageAttributeValue> attributes) {
    return attributes.entrySet().stream()
        .filter(attribute -> attribute.getValue().stringValue() != null)
        .collect(toMap(Map.Entry::getKey, attribute -> attribute.getValue().stringValue()));
  }

  @Override
  public void release(List<DeadLetter> letters) {
    letters.stream()
        .collect(groupingBy(DeadLetter::lane))
        .forEach(
            (lane, all) -> {
              for (int from = 0; from < all.size(); from += MOST) {
                release(lane, all.subList(from, Math.min(from + MOST, all.size())));
              }
            });
  }

  /** One whose hold has ended is refused, and that is as good. */
  private void release(Lane lane, List<DeadLetter> letters) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries =
        IntStream.range(0, letters.size())
            .mapToObj(
                i ->
                    ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(letters.get(i).receipt())
                        .visibilityTimeout(0)
                        .build())
            .toList();
    sqs.changeMessageVisibilityBatch(b -> b.queueUrl(addresses.deadLetters(lane)).entries(entries));
  }

  @Override
  public void hold(DeadLetter letter, Duration hold) {
    sqs.changeMessageVisibility(
        v ->
            v.queueUrl(addresses.deadLetters(letter.lane()))
                .receiptHandle(letter.receipt())
                .visibilityTimeout(Math.toIntExact(hold.toSeconds())));
  }

  @Override
  public void send(Lane lane, String body, Map<String, String> attributes) {
    sendTo(addresses.queue(lane), body, attributes);
  }

  @Override
  public void put(Lane lane, String body, Map<String, String> attributes) {
    sendTo(addresses.deadLetters(lane), body, attributes);
  }

  private void sendTo(String url, String body, Map<String, String> attributes) {
    Map<String, MessageAttributeValue> values =
        attributes.entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    attribute ->
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(attribute.getValue())
                            .build()));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody(body).messageAttributes(values));
  }

  @Override
  public void delete(DeadLetter letter) {
    sqs.deleteMessage(
        d -> d.queueUrl(addresses.deadLetters(letter.lane())).receiptHandle(letter.receipt()));
  }
}
