package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.edge.Deadline;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.SdkClients;
import wildrydes.edge.Surroundings;
import wildrydes.messages.MessageCodec;
import wildrydes.requestapi.AwaitOutcome;
import wildrydes.requestapi.OpenRides;
import wildrydes.requestapi.RequestRide;
import wildrydes.requestapi.RetryAfter;
import wildrydes.requestapi.RideIds;
import wildrydes.requestapi.ShowRide;

/** The request API between an event and its answer: one HTTP request of API Gateway at a time. */
public final class RequestApi
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

  /** Kept back for a last look at a ride, with all its attempts, and for the answer. */
  static final Duration RESERVE = SdkClients.CALL_TIMEOUT.plusSeconds(1);

  private final Routes routes;
  private final RetryAfter retryAfter;
  private final Responses responses = new Responses();
  private final RequestApiTelemetry telemetry = new RequestApiTelemetry();

  /**
   * Reads the settings and composes the function.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public RequestApi(Map<String, String> environment, Surroundings around) {
    Settings settings = Settings.of(environment);
    var clock = around.clock();
    var rides =
        new DynamoDbRides(
            around.dynamoDb(), settings.ridesTable(), settings.rideRetention(), clock);
    var requests = new MessageQueue(around.sqs(), settings.requestQueueUrl(), new MessageCodec());
    var open = new OpenRides(rides, settings.maxOpenRides(), settings.patience(), clock);
    var showRide = new ShowRide(rides, settings.patience(), clock);
    var awaitOutcome = new AwaitOutcome(showRide, around.pause(), clock);
    this.retryAfter = new RetryAfter(clock);
    this.routes =
        new Routes(
            new RequestRide(rides, requests::send, new RideIds(around.random()), open, clock),
            showRide,
            new Waiting(awaitOutcome, settings.defaultWait(), telemetry),
            retryAfter);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          var request = new HttpRequest(event);
          Reply reply = answer(request, new Deadline(context, RESERVE));
          telemetry.report(reply);
          return responses.of(reply, request.requestId().orElse(context.getAwsRequestId()));
        });
  }

  /** Anything but a service that does not answer is a bug, and flies: then the alarm goes off. */
  private Reply answer(HttpRequest request, Deadline deadline) {
    try {
      Reply reply = routes.answer(request, deadline::left);
      if (!(reply instanceof Reply.Refused)) {
        retryAfter.troubleIsOver();
      }
      return reply;
    } catch (SdkException e) {
      telemetry.unavailable(e);
      return new Reply.Refused(
          Problem.UNAVAILABLE,
          "Try again in a few seconds; with an Idempotency-Key that cannot make a second ride.",
          retryAfter.trouble());
    }
  }
}
