package wildrydes.simulation.bugs;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.edge.Surroundings;
import wildrydes.simulation.world.Flaw;

/** The kinds of places where something can be wrong. */
final class Flaws {

  private Flaws() {}

  /** One function sees DynamoDB otherwise. */
  static Flaw dynamoDb(String function, UnaryOperator<DynamoDbClient> wrong) {
    return around(function, a -> with(a, wrong.apply(a.dynamoDb()), a.sqs()));
  }

  /** One function sees SQS otherwise. */
  static Flaw sqs(String function, UnaryOperator<SqsClient> wrong) {
    return around(function, a -> with(a, a.dynamoDb(), wrong.apply(a.sqs())));
  }

  /** One function's clock is wrong. */
  static Flaw clock(String function, Duration ahead) {
    return around(
        function,
        a ->
            new Surroundings(
                a.dynamoDb(),
                a.sqs(),
                () -> a.clock().instant().plus(ahead),
                a.pause(),
                a.random(),
                a.threads()));
  }

  static Flaw around(String function, UnaryOperator<Surroundings> wrong) {
    return new Flaw() {
      @Override
      public Surroundings around(String name, Surroundings around) {
        return name.equals(function) ? wrong.apply(around) : around;
      }
    };
  }

  /** A function works its batches otherwise. */
  static Flaw consumer(
      String function, UnaryOperator<RequestHandler<SQSEvent, SQSBatchResponse>> wrong) {
    return new Flaw() {
      @Override
      public RequestHandler<SQSEvent, SQSBatchResponse> ofConsumer(
          String name, RequestHandler<SQSEvent, SQSBatchResponse> handler, Surroundings around) {
        return name.equals(function) ? wrong.apply(handler) : handler;
      }
    };
  }

  /** The recorder calls CloudWatch otherwise. */
  static Flaw cloudWatch(
      Function<CloudWatchClient, Function<PutMetricDataRequest, PutMetricDataResponse>> wrong) {
    return new Flaw() {
      @Override
      public CloudWatchClient around(CloudWatchClient cloudWatch, Surroundings around) {
        return cloudWatchThat(wrong.apply(cloudWatch));
      }
    };
  }

  static CloudWatchClient cloudWatchThat(
      Function<PutMetricDataRequest, PutMetricDataResponse> put) {
    return new CloudWatchClient() {
      @Override
      public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
        return put.apply(request);
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {}
    };
  }

  /** Updates are made otherwise. */
  static UnaryOperator<DynamoDbClient> updates(UnaryOperator<UpdateItemRequest> wrong) {
    return right ->
        new ForwardingDynamoDb(right) {
          @Override
          public UpdateItemResponse updateItem(UpdateItemRequest request) {
            return right.updateItem(wrong.apply(request));
          }
        };
  }

  /** Queries are made, or their answers read, otherwise. */
  static UnaryOperator<DynamoDbClient> queries(
      UnaryOperator<QueryRequest> wrong, UnaryOperator<QueryResponse> misread) {
    return right ->
        new ForwardingDynamoDb(right) {
          @Override
          public QueryResponse query(QueryRequest request) {
            return misread.apply(right.query(wrong.apply(request)));
          }
        };
  }

  static Surroundings with(Surroundings a, DynamoDbClient dynamoDb, SqsClient sqs) {
    return new Surroundings(dynamoDb, sqs, a.clock(), a.pause(), a.random(), a.threads());
  }
}
