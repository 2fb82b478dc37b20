package wildrydes.benchmarks.throughput;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** Tables in which unicorns never end, at one place, and in which every write lands. */
record SlowDynamoDb(CallTime time, Location place, AtomicInteger unicorns)
    implements DynamoDbClient {

  private static final int FREE_IN_EVERY_CELL = 20;

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    time.pass();
    return BatchGetItemResponse.builder().responses(Map.of()).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    time.pass();
    List<Map<String, AttributeValue>> free =
        Stream.generate(unicorns::incrementAndGet)
            .limit(FREE_IN_EVERY_CELL)
            .map(i -> UnicornItem.of(new Unicorn("Unicorn" + i, "White", "Female"), place))
            .toList();
    return QueryResponse.builder().items(free).count(free.size()).scannedCount(free.size()).build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    time.pass();
    return UpdateItemResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "DynamoDB";
  }

  @Override
  public void close() {}
}
