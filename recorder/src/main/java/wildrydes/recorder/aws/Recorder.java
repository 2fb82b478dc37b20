package wildrydes.recorder.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.edge.BatchAnswer;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.ParallelWork;
import wildrydes.edge.Surroundings;
import wildrydes.messages.MessageCodec;
import wildrydes.recorder.RecordOutcome;

/** The recorder between an event and its answer: one batch of outcomes at a time. */
public final class Recorder implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** The longest that counting may delay a batch; enough for a first connection. */
  static final Duration METRICS_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration RESERVE = METRICS_TIMEOUT.plusSeconds(1);

  private final RecordBatch batch;
  private final RecorderTelemetry telemetry = new RecorderTelemetry();

  /**
   * Reads the settings and composes the function.
   *
   * @param cloudWatch must not repeat a call by itself, for it would count again
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public Recorder(
      Map<String, String> environment, Surroundings around, CloudWatchClient cloudWatch) {
    Settings settings = Settings.of(environment);
    var codec = new MessageCodec();
    var requests = new MessageQueue(around.sqs(), settings.requestQueueUrl(), codec);
    this.batch =
        new RecordBatch(
            new RecordOutcome(
                new DynamoDbRideRecords(around.dynamoDb(), settings.ridesTable()),
                requests::send,
                around.clock()),
            new CloudWatchMetrics(cloudWatch, settings.metricsNamespace()),
            new DeadLetterQueue(around.sqs(), settings.outcomeDeadLetterQueueUrl()),
            codec,
            new ParallelWork(around.threads()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          List<Delivery> deliveries = event.getRecords().stream().map(Delivery::of).toList();
          List<Verdict> verdicts = batch.work(deliveries, new Deadline(context, RESERVE));
          telemetry.report(verdicts);
          return BatchAnswer.failing(RecordBatch.failures(verdicts));
        });
  }
}
