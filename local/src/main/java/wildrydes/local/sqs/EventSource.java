package wildrydes.local.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.local.lambda.LambdaFunction;
import wildrydes.local.metrics.MessageAges;

/** Feeds one queue to one function, with as many batches at once as the template allows. */
public final class EventSource implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);

  /** SQS hands out no more than this many messages a call. */
  private static final int MAX_RECEIVE = 10;

  private static final int WAIT_SECONDS = 2;
  private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private final SqsClient sqs;
  private final String queueUrl;
  private final QueueSource source;
  private final LambdaFunction function;
  private final MessageAges ages;
  private final String queue;
  private final List<Thread> pollers;
  private volatile boolean stopping;

  /** Starts to poll, until it is closed. */
  public EventSource(
      SqsClient sqs,
      String queueUrl,
      QueueSource source,
      LambdaFunction function,
      MessageAges ages) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.source = source;
    this.function = function;
    this.ages = ages;
    this.queue = queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    this.pollers =
        IntStream.range(0, source.maximumConcurrency())
            .mapToObj(
                i -> Thread.ofVirtual().name(function.name() + "-poller-" + i).start(this::poll))
            .toList();
  }

  private void poll() {
    while (!stopping) {
      try {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
          work(batch);
        }
      } catch (SdkException e) {
        if (!stopping) {
          LOG.warn("The queue of {} cannot be reached: {}", function.name(), e.toString());
          pause();
        }
      }
    }
  }

  private List<Message> receive() {
    List<Message> batch = new ArrayList<>(receive(source.batchSize(), WAIT_SECONDS));
    long windowEnd =
        System.nanoTime() + Duration.ofSeconds(source.batchingWindowSeconds()).toNanos();
    while (!batch.isEmpty() && batch.size() < source.batchSize() && !stopping) {
      long left = Duration.ofNanos(windowEnd - System.nanoTime()).toSeconds();
      if (left <= 0) {
        break;
      }
      int wait = (int) Math.min(left, WAIT_SECONDS);
      batch.addAll(receive(source.batchSize() - batch.size(), wait));
    }
    return batch;
  }

  private List<Message> receive(int wanted, int waitSeconds) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(Math.min(wanted, MAX_RECEIVE))
                    .waitTimeSeconds(waitSeconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void work(List<Message> batch) {
    ages.received(queue, batch);
    var invocation = function.invoke(SqsEvents.of(batch, source.queueArn()));
    var verdict = BatchVerdict.of(batch, invocation, source.reportsItemFailures());
    verdict
        .problem()
        .ifPresent(
            problem ->
                LOG.error(
                    "{} failed a batch of {}: {}. The messages come back after their visibility"
                        + " time-out.",
                    function.name(),
                    batch.size(),
                    problem));
    ages.failed(queue, batch.stream().filter(m -> !verdict.done().contains(m)).toList());
    for (int from = 0; from < verdict.done().size(); from += MAX_RECEIVE) {
      int to = Math.min(from + MAX_RECEIVE, verdict.done().size());
      delete(verdict.done().subList(from, to));
    }
  }

  private void delete(List<Message> messages) {
    var entries =
        IntStream.range(0, messages.size())
            .mapToObj(
                i ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(d -> d.queueUrl(queueUrl).entries(entries));
    ages.done(queue, messages);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_TROUBLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops polling and lets the batches at work end; whatever is left in the queue stays there. */
  @Override
  public void close() {
    stopping = true;
    long deadline = System.nanoTime() + STOPPING.toNanos();
    for (Thread poller : pollers) {
      try {
        poller.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        poller.interrupt();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        poller.interrupt();
      }
    }
  }
}
