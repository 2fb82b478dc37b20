package wildrydes.dispatcher.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import wildrydes.edge.Delivery;

/** Tells the request queue when to deliver again what this batch leaves behind. */
final class RedeliveryTimes {

  private static final Logger LOG = LoggerFactory.getLogger(RedeliveryTimes.class);

  private final SqsClient sqs;
  private final String queueUrl;

  RedeliveryTimes(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /**
   * Asks, and does not insist: a message whose time is not set waits for the queue's own time-out.
   */
  void set(Map<Delivery, Duration> times) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    times.forEach(
        (delivery, time) ->
            entries.add(
                ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(delivery.receiptHandle())
                    .visibilityTimeout(Math.toIntExact(time.toSeconds()))
                    .build()));
    for (int from = 0; from < entries.size(); from += 10) {
      var chunk = entries.subList(from, Math.min(from + 10, entries.size()));
      try {
        var answer = sqs.changeMessageVisibilityBatch(b -> b.queueUrl(queueUrl).entries(chunk));
        answer.failed().forEach(error -> warn(1, error.code()));
      } catch (SdkException e) {
        warn(chunk.size(), e.toString());
      }
    }
  }

  private static void warn(int requests, String cause) {
    LOG.warn("{} requests come back at the queue's own time: {}", requests, cause);
  }
}
