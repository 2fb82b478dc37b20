package wildrydes.local.metrics;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.emulators.cloudwatch.store.MetricSample;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.template.Queue;

/**
 * What SQS publishes as {@code AWS/SQS}, by queue, but every few seconds instead of every minute: a
 * laptop's rides are over sooner. The age of a queue's oldest message is that of the oldest which a
 * function was given, or, while some wait that nobody was given yet, the time since there were last
 * none: never too short by more than a sample.
 */
public final class QueueMetrics implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final Map<QueueAttributeName, String> METRICS =
      Map.of(
          APPROXIMATE_NUMBER_OF_MESSAGES, "ApproximateNumberOfMessagesVisible",
          APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "ApproximateNumberOfMessagesNotVisible",
          APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "ApproximateNumberOfMessagesDelayed");

  private final SqsClient sqs;
  private final MetricStore store;
  private final List<String> queueUrls;
  private final MessageAges ages;
  private final Map<String, Instant> lastEmpty = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("queue-metrics").factory());

  /** Starts to publish, about all the queues, until it is closed. */
  public QueueMetrics(SqsClient sqs, MetricStore store, List<Queue> queues, MessageAges ages) {
    this.sqs = sqs;
    this.store = store;
    this.ages = ages;
    this.queueUrls =
        queues.stream().map(q -> sqs.getQueueUrl(u -> u.queueName(q.name())).queueUrl()).toList();
    var _ = timer.scheduleAtFixedRate(this::sample, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sample() {
    for (String url : queueUrls) {
      try {
        sample(url, Instant.now());
      } catch (SdkException e) {
        // A missing sample is what an outage of SQS looks like; the next one may succeed.
      }
    }
  }

  private void sample(String url, Instant now) {
    var attributes =
        sqs.getQueueAttributes(g -> g.queueUrl(url).attributeNames(METRICS.keySet())).attributes();
    String queue = url.substring(url.lastIndexOf('/') + 1);
    Map<QueueAttributeName, Long> counts = new EnumMap<>(QueueAttributeName.class);
    for (var metric : METRICS.entrySet()) {
      long count = Long.parseLong(attributes.getOrDefault(metric.getKey(), "0"));
      counts.put(metric.getKey(), count);
      put(queue, metric.getValue(), StandardUnit.COUNT, now, count);
    }
    put(
        queue,
        "ApproximateAgeOfOldestMessage",
        StandardUnit.SECONDS,
        now,
        Duration.between(oldest(queue, counts, now), now).toSeconds());
  }

  private Instant oldest(String queue, Map<QueueAttributeName, Long> counts, Instant now) {
    // Of a queue that nobody works from, what is in flight is only being looked at.
    boolean nobodyWaits =
        ages.knows(queue)
            ? counts.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES, 0L) == 0
            : counts.values().stream().allMatch(count -> count == 0);
    if (nobodyWaits) {
      lastEmpty.put(queue, now);
    }
    Instant waiting = lastEmpty.computeIfAbsent(queue, _ -> now);
    return ages.oldest(queue).filter(given -> given.isBefore(waiting)).orElse(waiting);
  }

  private void put(String queue, String metric, StandardUnit unit, Instant time, long value) {
    store.put(
        "AWS/SQS", MetricSample.of(metric, Map.of("QueueName", queue), unit, time, (double) value));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
