package wildrydes.simulation.model;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import wildrydes.emulators.Stack;
import wildrydes.emulators.template.Table;

/** The contracts' tables in the DynamoDB Local that all tests of this JVM share. */
final class ParityTables {

  private static final DynamoDbClient DYNAMO_DB = create();

  private ParityTables() {}

  static DynamoDbClient inDynamoDbLocal() {
    return DYNAMO_DB;
  }

  private static DynamoDbClient create() {
    var dynamoDb = Stack.shared().dynamoDb();
    for (Table table : List.of(DynamoDbTwin.PLAIN, DynamoDbTwin.SORTED, DynamoDbTwin.NUMBERED)) {
      dynamoDb.createTable(
          c ->
              c.tableName(table.name())
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(definitions(table))
                  .keySchema(schema(table)));
    }
    return dynamoDb;
  }

  private static List<AttributeDefinition> definitions(Table table) {
    return table.attributeTypes().entrySet().stream()
        .map(
            type ->
                AttributeDefinition.builder()
                    .attributeName(type.getKey())
                    .attributeType(type.getValue())
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> schema(Table table) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(table.key().partition(), KeyType.HASH));
    table.key().sort().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
    return schema;
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
