package wildrydes.benchmarks.cost;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Reads on every call what AWS would bill for it: DynamoDB itself says how many units it took. What
 * invocations cost is added by hand.
 */
final class Meter implements ExecutionInterceptor {

  private final Map<Quantity, Double> amounts = new EnumMap<>(Quantity.class);
  private final Map<String, Double> calls = new TreeMap<>();

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case PutItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    call(context.request());
    units(context.response());
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    call(context.request());
    if (context.exception() instanceof ConditionalCheckFailedException) {
      // AWS bills a write that its condition refused like one that it let through, and the items
      // here are all below 1 KB.
      add(Quantity.WRITE_UNITS, 1);
    }
  }

  synchronized void add(Quantity quantity, double amount) {
    amounts.merge(quantity, amount, Double::sum);
  }

  /** All of it until now; counting begins anew. */
  synchronized Usage take() {
    var usage = new Usage(amounts, calls);
    amounts.clear();
    calls.clear();
    return usage;
  }

  private synchronized void call(SdkRequest request) {
    String operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
    calls.merge(operation, 1.0, Double::sum);
    switch (request) {
      // Each is far below the 64 KB that are billed as one request; a test of the product says so.
      case SqsRequest _ -> add(Quantity.QUEUE_REQUESTS, 1);
      case PutMetricDataRequest _ -> add(Quantity.METRIC_CALLS, 1);
      default -> {}
    }
  }

  private void units(SdkResponse response) {
    switch (response) {
      case PutItemResponse r -> units(Quantity.WRITE_UNITS, List.of(r.consumedCapacity()));
      case UpdateItemResponse r -> units(Quantity.WRITE_UNITS, List.of(r.consumedCapacity()));
      case TransactWriteItemsResponse r -> units(Quantity.WRITE_UNITS, r.consumedCapacity());
      case GetItemResponse r -> units(Quantity.READ_UNITS, List.of(r.consumedCapacity()));
      case BatchGetItemResponse r -> units(Quantity.READ_UNITS, r.consumedCapacity());
      case QueryResponse r -> units(Quantity.READ_UNITS, List.of(r.consumedCapacity()));
      default -> {}
    }
  }

  private void units(Quantity quantity, List<ConsumedCapacity> consumed) {
    consumed.forEach(capacity -> add(quantity, capacity.capacityUnits()));
  }
}
