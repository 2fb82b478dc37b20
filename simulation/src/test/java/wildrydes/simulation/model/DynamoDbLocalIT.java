package wildrydes.simulation.model;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbLocalIT implements ConditionContract, UpdateContract, ReadContract, RefusalContract {

  private final String partition = UUID.randomUUID().toString();

  @Override
  public DynamoDbClient dynamoDb() {
    return ParityTables.inDynamoDbLocal();
  }

  @Override
  public String partition() {
    return partition;
  }
}
