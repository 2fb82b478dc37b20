package wildrydes.simulation.model;

import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbLocalIT implements ConditionContract, UpdateContract, ReadContract, RefusalContract {

  private final String partition = UUID.randomUUID().toString();

  @Override
  public DynamoDbClient dynamoDb() {
    return ParityTables.inDynamoDbLocal();
  }

  @Override
  public Set<KnownDifference> differences() {
    return Set.of(
        KnownDifference.DYNAMODB_LOCAL_KEEPS_NUMBERS_AS_WRITTEN,
        KnownDifference.DYNAMODB_LOCAL_NEVER_THROTTLES,
        KnownDifference.DYNAMODB_LOCAL_READS_CONSISTENTLY);
  }

  @Override
  public String partition() {
    return partition;
  }
}
