package wildrydes.simulation.bugs;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import wildrydes.simulation.world.Flaw;

/** What can be wrong with accepting a ride. */
final class RequestApiBugs {

  private static final String REQUEST_API = "RequestApi";

  private RequestApiBugs() {}

  static Flaw ridesAreOverwritten() {
    return Flaws.dynamoDb(
        REQUEST_API,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public PutItemResponse putItem(PutItemRequest request) {
                return right.putItem(
                    request.toBuilder()
                        .conditionExpression(
                            "attribute_exists(RideId) OR " + request.conditionExpression())
                        .build());
              }
            });
  }

  /** Answers 202 whether the message is queued or not. */
  static Flaw acceptsWhatIsNotQueued() {
    return Flaws.sqs(
        REQUEST_API,
        right ->
            new ForwardingSqs(right) {
              @Override
              public SendMessageResponse sendMessage(SendMessageRequest request) {
                try {
                  return right.sendMessage(request);
                } catch (SdkException e) {
                  return SendMessageResponse.builder().build();
                }
              }
            });
  }

  /** Queues the message first, and stores the ride only then. */
  static Flaw queuesBeforeItStores() {
    return Flaws.around(
        REQUEST_API,
        a -> {
          Queue<PutItemRequest> held = new ArrayDeque<>();
          DynamoDbClient holding =
              new ForwardingDynamoDb(a.dynamoDb()) {
                @Override
                public PutItemResponse putItem(PutItemRequest request) {
                  held.clear();
                  held.add(request);
                  return PutItemResponse.builder().build();
                }
              };
          var storing =
              new ForwardingSqs(a.sqs()) {
                @Override
                public SendMessageResponse sendMessage(SendMessageRequest request) {
                  SendMessageResponse answer = right.sendMessage(request);
                  a.dynamoDb().putItem(held.remove());
                  return answer;
                }
              };
          return Flaws.with(a, holding, storing);
        });
  }

  static Flaw idempotencyKeyIsIgnored() {
    return new Flaw() {
      @Override
      public RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> ofRequestApi(
          RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        return (event, context) -> {
          if (event.getHeaders() != null) {
            Map<String, String> headers = new HashMap<>(event.getHeaders());
            headers.remove("Idempotency-Key");
            event.setHeaders(headers);
          }
          return handler.handleRequest(event, context);
        };
      }
    };
  }
}
