package wildrydes.simulation.bugs;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import wildrydes.edge.Surroundings;
import wildrydes.simulation.world.Flaw;

/** What can be wrong with recording and counting. */
final class RecorderBugs {

  private static final String RECORDER = "Recorder";

  private static final Map<String, String> METRICS =
      Map.of("ASSIGNED", "RidesAssigned", "UNASSIGNED", "RidesUnassigned", "FAILED", "RidesFailed");

  private RecorderBugs() {}

  static Flaw lastOutcomeWins() {
    return Flaws.dynamoDb(RECORDER, Flaws.updates(RecorderBugs::anyway));
  }

  static Flaw failureOverwritesOutcomes() {
    return Flaws.dynamoDb(
        RECORDER,
        Flaws.updates(update -> status(update).equals("FAILED") ? anyway(update) : update));
  }

  /** As if the lease were never looked at. */
  static Flaw lateAssignmentIsRecorded() {
    return Flaws.clock(RECORDER, Duration.ofDays(-3));
  }

  static Flaw duplicatesAreCounted() {
    return Flaws.dynamoDb(
        RECORDER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public UpdateItemResponse updateItem(UpdateItemRequest request) {
                try {
                  return right.updateItem(request);
                } catch (ConditionalCheckFailedException e) {
                  return UpdateItemResponse.builder().build();
                }
              }
            });
  }

  static Flaw ownWriteIsNotRecognised() {
    return Flaws.dynamoDb(
        RECORDER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public UpdateItemResponse updateItem(UpdateItemRequest request) {
                try {
                  return right.updateItem(request);
                } catch (ConditionalCheckFailedException e) {
                  var item = new HashMap<>(e.item());
                  item.remove("WriteId");
                  item.remove("FailureWriteId");
                  throw e.toBuilder().item(item).build();
                }
              }
            });
  }

  /** Counts each outcome on its own, and then writes it. */
  static Flaw countsBeforeItWrites() {
    return new Flaw() {
      @Override
      public Surroundings around(String function, Surroundings a) {
        return function.equals(RECORDER)
            ? Flaws.with(a, new CountingFirst(a.dynamoDb()), a.sqs())
            : a;
      }

      @Override
      public CloudWatchClient around(CloudWatchClient cloudWatch, Surroundings around) {
        if (around.dynamoDb() instanceof CountingFirst counting) {
          counting.cloudWatch = cloudWatch;
        }
        return Flaws.cloudWatchThat(_ -> PutMetricDataResponse.builder().build());
      }
    };
  }

  private static final class CountingFirst extends ForwardingDynamoDb {

    private @Nullable CloudWatchClient cloudWatch;

    CountingFirst(DynamoDbClient right) {
      super(right);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      try {
        count(requireNonNull(cloudWatch), status(request));
      } catch (SdkException _) {
        // A count that was missed fails nothing here either.
      }
      return right.updateItem(request);
    }
  }

  /** A count that CloudWatch did not take brings the whole batch back. */
  static Flaw missedCountFailsTheBatch() {
    var missed = new ThreadLocal<Boolean>();
    return new Flaw() {
      @Override
      public CloudWatchClient around(CloudWatchClient cloudWatch, Surroundings around) {
        return Flaws.cloudWatchThat(
            request -> {
              try {
                return cloudWatch.putMetricData(request);
              } catch (SdkException e) {
                missed.set(true);
                throw e;
              }
            });
      }

      @Override
      public RequestHandler<SQSEvent, SQSBatchResponse> ofConsumer(
          String function, RequestHandler<SQSEvent, SQSBatchResponse> handler, Surroundings a) {
        return (event, context) -> {
          missed.set(false);
          SQSBatchResponse answer = handler.handleRequest(event, context);
          return missed.get() ? BatchBugs.failing(event.getRecords()) : answer;
        };
      }
    };
  }

  static Flaw countIsRepeated() {
    return Flaws.cloudWatch(
        right ->
            request -> {
              try {
                return right.putMetricData(request);
              } catch (SdkException e) {
                return right.putMetricData(request);
              }
            });
  }

  private static void count(CloudWatchClient cloudWatch, String status) {
    var datum =
        MetricDatum.builder()
            .metricName(METRICS.getOrDefault(status, "?"))
            .values(1.0)
            .counts(1.0)
            .build();
    cloudWatch.putMetricData(p -> p.namespace("WildRydes").metricData(datum));
  }

  private static String status(UpdateItemRequest update) {
    AttributeValue status = update.expressionAttributeValues().get(":Status");
    return status == null ? "" : status.s();
  }

  private static UpdateItemRequest anyway(UpdateItemRequest update) {
    return update.toBuilder()
        .conditionExpression("attribute_exists(RideId) OR " + update.conditionExpression())
        .build();
  }
}
