package wildrydes.recorder.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.edge.BatchAnswer;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.SdkClients;
import wildrydes.messages.MessageCodec;
import wildrydes.recorder.RecordOutcome;

/** The recorder's entry on Lambda: the outcome queue hands it batches of outcomes. */
public final class RecorderHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** The longest that counting may delay a batch; enough for a first connection. */
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration RESERVE = METRICS_TIMEOUT.plusSeconds(1);

  private final RecordBatch batch;
  private final RecorderTelemetry telemetry = new RecorderTelemetry();

  public RecorderHandler() {
    this(System.getenv());
  }

  /**
   * Reads the settings and builds each client once.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public RecorderHandler(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    var clients = new SdkClients(environment);
    DynamoDbClient dynamoDb = clients.retrying(DynamoDbClient.builder(), "DYNAMODB").build();
    SqsClient sqs = clients.retrying(SqsClient.builder(), "SQS").build();
    CloudWatchClient cloudWatch =
        clients.askingOnce(CloudWatchClient.builder(), "CLOUDWATCH", METRICS_TIMEOUT).build();
    var codec = new MessageCodec();
    var requests = new MessageQueue(sqs, settings.requestQueueUrl(), codec);
    this.batch =
        new RecordBatch(
            new RecordOutcome(
                new DynamoDbRideRecords(dynamoDb, settings.ridesTable()),
                requests::send,
                InstantSource.system()),
            new CloudWatchMetrics(cloudWatch, settings.metricsNamespace()),
            new DeadLetterQueue(sqs, settings.outcomeDeadLetterQueueUrl()),
            codec);
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
