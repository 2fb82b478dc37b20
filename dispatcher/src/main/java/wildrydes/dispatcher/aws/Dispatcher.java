package wildrydes.dispatcher.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.dispatcher.BatchFleet;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.dispatcher.KnownAreas;
import wildrydes.edge.BatchAnswer;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.ParallelWork;
import wildrydes.edge.SdkClients;
import wildrydes.edge.Surroundings;
import wildrydes.messages.MessageCodec;

/** The dispatcher between an event and its answer: one batch of ride requests at a time. */
public final class Dispatcher implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** Two more calls follow the work: outcomes are sent, redelivery times set. */
  private static final Duration RESERVE = SdkClients.CALL_TIMEOUT.multipliedBy(2).plusSeconds(1);

  private final DispatchBatch batch;
  private final DispatcherTelemetry telemetry = new DispatcherTelemetry();

  /**
   * Reads the settings and composes the function.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public Dispatcher(Map<String, String> environment, Surroundings around) {
    Settings settings = Settings.of(environment);
    var codec = new MessageCodec();
    var parallelWork = new ParallelWork(around.threads());
    var fleet = new DynamoDbFleet(around.dynamoDb(), settings.unicornsTable(), parallelWork);
    var knownAreas = new KnownAreas(around.clock());
    var rules = settings.rules();
    this.batch =
        new DispatchBatch(
            () ->
                new DispatchRide(
                    new BatchFleet(fleet), rules, knownAreas, around.clock(), around.random()),
            new DynamoDbDecidedRides(around.dynamoDb(), settings.ridesTable()),
            new MessageQueue(around.sqs(), settings.outcomeQueueUrl(), codec),
            new DeadLetterQueue(around.sqs(), settings.requestDeadLetterQueueUrl()),
            new RedeliveryTimes(around.sqs(), settings.requestQueueUrl()),
            codec,
            rules.maxReceives(),
            around.clock(),
            parallelWork);
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
