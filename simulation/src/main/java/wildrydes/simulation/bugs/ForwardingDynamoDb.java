package wildrydes.simulation.bugs;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB as it is; a bug overrides what it gets wrong. */
class ForwardingDynamoDb implements DynamoDbClient {

  final DynamoDbClient right;

  ForwardingDynamoDb(DynamoDbClient right) {
    this.right = right;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return right.putItem(request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return right.getItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return right.query(request);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return right.updateItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return right.batchGetItem(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
