package wildrydes.dispatcher.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.dispatcher.BatchFleet;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.edge.BatchAnswer;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.SdkClients;
import wildrydes.messages.MessageCodec;

/** The dispatcher's entry on Lambda: the request queue hands it batches of ride requests. */
public final class DispatcherHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** Two more calls follow the work: outcomes are sent, redelivery times set. */
  private static final Duration RESERVE = SdkClients.CALL_TIMEOUT.multipliedBy(2).plusSeconds(1);

  private final DispatchBatch batch;
  private final DispatcherTelemetry telemetry = new DispatcherTelemetry();

  public DispatcherHandler() {
    this(System.getenv());
  }

  /**
   * Reads the settings and builds each client once.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public DispatcherHandler(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    var clients = new SdkClients(environment);
    DynamoDbClient dynamoDb = clients.retrying(DynamoDbClient.builder(), "DYNAMODB").build();
    SqsClient sqs = clients.retrying(SqsClient.builder(), "SQS").build();
    var codec = new MessageCodec();
    var clock = InstantSource.system();
    var fleet = new DynamoDbFleet(dynamoDb, settings.unicornsTable());
    // SnapStart's copies must not all wait alike.
    var random = new SecureRandom();
    this.batch =
        new DispatchBatch(
            () -> new DispatchRide(new BatchFleet(fleet), settings.rules(), clock, random),
            new DynamoDbDecidedRides(dynamoDb, settings.ridesTable()),
            new MessageQueue(sqs, settings.outcomeQueueUrl(), codec),
            new DeadLetterQueue(sqs, settings.requestDeadLetterQueueUrl()),
            new RedeliveryTimes(sqs, settings.requestQueueUrl()),
            codec,
            settings.rules().maxReceives(),
            clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          List<Delivery> deliveries = event.getRecords().stream().map(Delivery::of).toList();
          var result = batch.work(deliveries, new Deadline(context, RESERVE));
          telemetry.report(result);
          return BatchAnswer.failing(result.failures());
        });
  }
}
