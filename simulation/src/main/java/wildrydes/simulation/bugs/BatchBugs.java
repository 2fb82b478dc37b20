package wildrydes.simulation.bugs;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import wildrydes.edge.Surroundings;
import wildrydes.simulation.world.Flaw;

/** What can be wrong with taking messages, sending on, and acknowledging. */
final class BatchBugs {

  private static final Logger LOG = LoggerFactory.getLogger(BatchBugs.class);
  private static final Pattern RIDE_ID = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

  private BatchBugs() {}

  /** Every message counts as done, whatever came of it. */
  static Flaw acknowledgesFailures(String function) {
    return Flaws.consumer(
        function,
        right ->
            (event, context) -> {
              right.handleRequest(event, context);
              return new SQSBatchResponse(List.of());
            });
  }

  /** One failure brings all messages back. */
  static Flaw failsTheWholeBatch(String function) {
    return Flaws.consumer(
        function,
        right ->
            (event, context) -> {
              SQSBatchResponse answer = right.handleRequest(event, context);
              return answer.getBatchItemFailures().isEmpty() ? answer : failing(event.getRecords());
            });
  }

  static Flaw throwsOnPoison(String function) {
    return Flaws.consumer(
        function,
        right ->
            (event, context) -> {
              for (SQSMessage message : event.getRecords()) {
                if (!RIDE_ID.matcher(message.getBody()).find()) {
                  throw new IllegalArgumentException("no ride in the message");
                }
              }
              return right.handleRequest(event, context);
            });
  }

  /** A message seen before counts as done, even if its first delivery failed. */
  static Flaw remembersMessageIds(String function) {
    return Flaws.consumer(
        function,
        right -> {
          Set<String> seen = ConcurrentHashMap.newKeySet();
          return (event, context) ->
              right.handleRequest(
                  only(event, m -> seen.add(m.getMessageId() + m.getBody())), context);
        });
  }

  /** A redelivered ride that has a unicorn counts as done, though nobody may have been told. */
  static Flaw skipsInsteadOfResuming() {
    return new Flaw() {
      @Override
      public Surroundings around(String function, Surroundings a) {
        return function.equals("Dispatcher")
            ? Flaws.with(a, new RememberingClaims(a.dynamoDb()), a.sqs())
            : a;
      }

      @Override
      public RequestHandler<SQSEvent, SQSBatchResponse> ofConsumer(
          String function, RequestHandler<SQSEvent, SQSBatchResponse> handler, Surroundings a) {
        return a.dynamoDb() instanceof RememberingClaims claims
            ? (event, context) ->
                handler.handleRequest(only(event, m -> !isClaimed(m, claims.rides)), context)
            : handler;
      }
    };
  }

  private static final class RememberingClaims extends ForwardingDynamoDb {

    private final Set<String> rides = ConcurrentHashMap.newKeySet();

    RememberingClaims(DynamoDbClient right) {
      super(right);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      UpdateItemResponse answer = right.updateItem(request);
      rides.add(requireNonNull(request.expressionAttributeValues().get(":ride")).s());
      return answer;
    }
  }

  static Flaw knowsNoDeadline(String function) {
    return Flaws.consumer(
        function,
        right ->
            (event, context) -> {
              var endless =
                  (Context)
                      Proxy.newProxyInstance(
                          BatchBugs.class.getClassLoader(),
                          new Class<?>[] {Context.class},
                          (_, method, arguments) ->
                              method.getName().equals("getRemainingTimeInMillis")
                                  ? 900_000
                                  : method.invoke(context, arguments));
              return right.handleRequest(event, endless);
            });
  }

  static Flaw logsBodies(String function) {
    return Flaws.consumer(
        function,
        right ->
            (event, context) -> {
              event.getRecords().forEach(message -> LOG.info("Working {}", message.getBody()));
              return right.handleRequest(event, context);
            });
  }

  /** Sends outcomes, and takes it that they arrive. */
  static Flaw outcomesAreSentAndForgotten() {
    return Flaws.sqs(
        "Dispatcher",
        right ->
            new ForwardingSqs(right) {
              @Override
              public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                try {
                  return right.sendMessageBatch(request);
                } catch (SdkException e) {
                  return SendMessageBatchResponse.builder().build();
                }
              }
            });
  }

  /** A batch of outcomes that was taken counts as taken whole. */
  static Flaw refusedEntriesAreIgnored() {
    return Flaws.sqs(
        "Dispatcher",
        right ->
            new ForwardingSqs(right) {
              @Override
              public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                return right.sendMessageBatch(request).toBuilder().failed(List.of()).build();
              }
            });
  }

  /** What cannot be read is acknowledged, and nothing else. */
  static Flaw poisonIsThrownAway(String function) {
    return Flaws.sqs(
        function,
        right ->
            new ForwardingSqs(right) {
              @Override
              public SendMessageResponse sendMessage(SendMessageRequest request) {
                return request.queueUrl().endsWith("-DeadLetters")
                    ? SendMessageResponse.builder().build()
                    : right.sendMessage(request);
              }
            });
  }

  /** A late assignment is acknowledged, and its ride not requested anew. */
  static Flaw lateAssignmentIsDropped() {
    return Flaws.sqs(
        "Recorder",
        right ->
            new ForwardingSqs(right) {
              @Override
              public SendMessageResponse sendMessage(SendMessageRequest request) {
                return request.queueUrl().endsWith("-DeadLetters")
                    ? right.sendMessage(request)
                    : SendMessageResponse.builder().build();
              }
            });
  }

  static SQSBatchResponse failing(List<SQSMessage> messages) {
    return new SQSBatchResponse(
        messages.stream().map(message -> new BatchItemFailure(message.getMessageId())).toList());
  }

  private static boolean isClaimed(SQSMessage message, Set<String> claimed) {
    boolean again =
        !message.getAttributes().getOrDefault("ApproximateReceiveCount", "1").equals("1");
    var ride = RIDE_ID.matcher(message.getBody());
    return again && ride.find() && claimed.contains(ride.group());
  }

  private static SQSEvent only(SQSEvent event, Predicate<SQSMessage> wanted) {
    var fewer = new SQSEvent();
    fewer.setRecords(event.getRecords().stream().filter(wanted).toList());
    return fewer;
  }
}
