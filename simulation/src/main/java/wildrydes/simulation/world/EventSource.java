package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.faults.Call;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.history.Invocation;
import wildrydes.simulation.world.Functions.Environment;

/**
 * Lambda's poller of one queue: hands batches to the function, and deletes what the function's
 * answer does not name. A function that throws, dies or takes too long gets nothing deleted.
 */
final class EventSource {

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

  private final Cloud cloud;
  private final Functions functions;
  private final String name;
  private final ServerlessFunction function;
  private final QueueSource source;
  private final String queueUrl;
  private final int concurrency;
  private final SplittableRandom random;
  private final Machine lambda;
  private int running;
  private @Nullable Instant nextLook;

  EventSource(
      Cloud cloud, Functions functions, String name, int concurrency, SplittableRandom random) {
    this.cloud = cloud;
    this.functions = functions;
    this.name = name;
    this.function = Deployment.function(name);
    this.source = function.queueSources().getFirst();
    this.queueUrl =
        Deployment.TEMPLATE.queues().stream()
            .filter(queue -> queue.arn().equals(source.queueArn()))
            .map(queue -> cloud.queueUrl(queue.logicalId()))
            .findFirst()
            .orElseThrow();
    this.concurrency = Math.min(concurrency, source.maximumConcurrency());
    this.random = random;
    this.lambda = new Machine(cloud.scheduler(), "Lambda", Duration.ZERO, () -> {});
  }

  /** Sees to it that somebody looks into the queue once a message is visible there. */
  void look() {
    var next = cloud.sqs().nextVisible(queueUrl);
    if (next.isEmpty() || running >= concurrency) {
      return;
    }
    Instant now = cloud.scheduler().instant();
    Instant when = next.get().isAfter(now) ? next.get() : now;
    if (nextLook != null && !nextLook.isAfter(when) && nextLook.isAfter(now)) {
      return;
    }
    nextLook = when;
    Duration dawdling = Duration.ofNanos(random.nextLong(1, 50_000_000));
    nextLook = when.plus(dawdling);
    cloud.scheduler().after(Duration.between(now, nextLook), this::receive);
  }

  private void receive() {
    nextLook = null;
    if (running >= concurrency) {
      return;
    }
    Fault fault = cloud.wire().step(lambda, "Lambda", Call.Kind.RECEIVE, name);
    if (fault == Fault.ERROR) {
      cloud.scheduler().after(AFTER_TROUBLE, this::look);
      return;
    }
    if (fault == Fault.DUPLICATE) {
      cloud.sqs().duplicate(queueUrl);
    }
    List<Message> batch = take();
    if (!batch.isEmpty()) {
      work(batch);
    }
    look();
  }

  private List<Message> take() {
    return cloud
        .sqs()
        .receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(1 + random.nextInt(source.batchSize()))
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void work(List<Message> batch) {
    if (cloud.wire().step(lambda, "Lambda", Call.Kind.INVOKE, batch) == Fault.ERROR) {
      return;
    }
    running++;
    var environment = functions.consumer(name);
    var invocation = cloud.history().began(name, environment.machine(), batch);
    cloud.scheduler().start(environment.machine(), () -> handle(environment, invocation));
    cloud
        .scheduler()
        .after(
            Duration.ofSeconds(function.timeoutSeconds()),
            () -> {
              if (invocation.end() == Invocation.End.RUNNING) {
                cloud.history().ended(invocation, Invocation.End.TIMED_OUT, List.of());
                environment.machine().die();
              }
            });
  }

  private void handle(Environment<SQSEvent, SQSBatchResponse> environment, Invocation invocation) {
    try {
      var context = functions.context(environment.machine(), function.timeoutSeconds());
      var answer =
          environment
              .handler()
              .code()
              .handleRequest(SqsEvents.of(invocation.batch(), source.queueArn()), context);
      List<String> failures =
          answer.getBatchItemFailures().stream()
              .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
              .toList();
      cloud.history().ended(invocation, Invocation.End.ANSWERED, failures);
      acknowledge(invocation);
      functions.idle(name, environment);
    } catch (RuntimeException e) {
      cloud.history().timeline().add("threw", e);
      cloud.history().ended(invocation, Invocation.End.FAILED, List.of());
      functions.idle(name, environment);
    } finally {
      if (invocation.end() == Invocation.End.RUNNING) {
        cloud.history().ended(invocation, Invocation.End.DIED, List.of());
      }
      running--;
      cloud.scheduler().after(Duration.ZERO, this::look);
    }
  }

  private void acknowledge(Invocation invocation) {
    Set<String> failed = invocation.failures().stream().collect(Collectors.toUnmodifiableSet());
    List<Message> done =
        invocation.batch().stream().filter(m -> !failed.contains(m.messageId())).toList();
    if (done.isEmpty()) {
      return;
    }
    switch (cloud.wire().step(lambda, "Lambda", Call.Kind.ACKNOWLEDGE, invocation)) {
      case ERROR -> cloud.history().timeline().add("not deleted", invocation);
      case PARTIAL -> done.stream().skip(1).forEach(this::delete);
      case LATE ->
          cloud.scheduler().after(Duration.ofSeconds(20), () -> done.forEach(this::delete));
      default -> done.forEach(this::delete);
    }
  }

  private void delete(Message message) {
    cloud.history().acknowledged(message);
    cloud.sqs().deleteMessage(d -> d.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
  }
}
