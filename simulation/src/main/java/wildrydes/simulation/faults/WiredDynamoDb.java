package wildrydes.simulation.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB as one machine reaches it. */
record WiredDynamoDb(Plug plug) implements DynamoDbClient {

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return call(Call.Kind.PUT_ITEM, request, () -> dynamoDb().putItem(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return call(Call.Kind.GET_ITEM, request, () -> dynamoDb().getItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return call(Call.Kind.QUERY, request, () -> dynamoDb().query(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return call(Call.Kind.UPDATE_ITEM, request, () -> dynamoDb().updateItem(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return plug.socket()
        .wire()
        .call(
            plug,
            Call.Kind.BATCH_GET_ITEM,
            request,
            () -> dynamoDb().batchGetItem(request),
            () -> withoutFirstKey(request));
  }

  /** As a busy DynamoDB does it: some keys come back unread. */
  private BatchGetItemResponse withoutFirstKey(BatchGetItemRequest request) {
    Map<String, KeysAndAttributes> read = new HashMap<>();
    Map<String, KeysAndAttributes> unread = new HashMap<>();
    request
        .requestItems()
        .forEach(
            (table, asked) -> {
              List<Map<String, AttributeValue>> keys = asked.keys();
              unread.put(table, asked.toBuilder().keys(keys.subList(0, 1)).build());
              if (keys.size() > 1) {
                read.put(table, asked.toBuilder().keys(keys.subList(1, keys.size())).build());
              }
            });
    var answer =
        read.isEmpty()
            ? BatchGetItemResponse.builder().responses(Map.of()).build()
            : dynamoDb().batchGetItem(b -> b.requestItems(read));
    return answer.toBuilder().unprocessedKeys(unread).build();
  }

  private <A> A call(Call.Kind kind, Object request, Supplier<A> effect) {
    return plug.socket().wire().call(plug, kind, request, effect, effect);
  }

  private DynamoDbClient dynamoDb() {
    return plug.socket().dynamoDb();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
