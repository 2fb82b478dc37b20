package wildrydes.emulators;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import wildrydes.emulators.template.Table;

/**
 * Brings DynamoDB Local's tables to what the template declares; those from an earlier run keep
 * their items.
 */
record Tables(DynamoDbClient dynamoDb) {

  void bring(Iterable<Table> tables) {
    for (var table : tables) {
      existing(table).ifPresentOrElse(kept -> refuseOtherKeys(kept, table), () -> create(table));
      bringTimeToLive(table);
    }
  }

  private Optional<TableDescription> existing(Table table) {
    try {
      return Optional.of(
          dynamoDb.describeTable(request -> request.tableName(table.name())).table());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  private void create(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    dynamoDb.createTable(request.build());
  }

  // A key cannot be changed on AWS either: there, too, it takes a new table.
  private static void refuseOtherKeys(TableDescription kept, Table table) {
    var indexes = new ArrayList<List<KeySchemaElement>>();
    kept.globalSecondaryIndexes().forEach(index -> indexes.add(index.keySchema()));
    var declared = table.indexes().stream().map(index -> schema(index.key())).toList();
    if (!kept.keySchema().equals(schema(table.key()))
        || !new HashSet<>(kept.attributeDefinitions()).equals(new HashSet<>(definitions(table)))
        || !new HashSet<>(indexes).equals(new HashSet<>(declared))) {
      throw new IllegalStateException(
          "The kept table "
              + table.name()
              + " has other keys or indexes than the template. Start with an empty data folder.");
    }
  }

  private void bringTimeToLive(Table table) {
    var kept =
        dynamoDb
            .describeTimeToLive(request -> request.tableName(table.name()))
            .timeToLiveDescription();
    boolean enabled = kept.timeToLiveStatus() == TimeToLiveStatus.ENABLED;
    if (enabled && !table.timeToLive().equals(Optional.of(kept.attributeName()))) {
      expire(table, kept.attributeName(), false);
      enabled = false;
    }
    if (!enabled) {
      table.timeToLive().ifPresent(attribute -> expire(table, attribute, true));
    }
  }

  private void expire(Table table, String attribute, boolean enabled) {
    dynamoDb.updateTimeToLive(
        request ->
            request
                .tableName(table.name())
                .timeToLiveSpecification(
                    expiry -> expiry.attributeName(attribute).enabled(enabled)));
  }

  private static List<AttributeDefinition> definitions(Table table) {
    return table.attributeTypes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(
            projection -> {
              projection.projectionType(index.projection());
              if (!index.included().isEmpty()) {
                projection.nonKeyAttributes(index.included());
              }
            })
        .build();
  }

  private static List<KeySchemaElement> schema(Table.Key key) {
    var elements = new ArrayList<KeySchemaElement>();
    elements.add(element(key.partition(), KeyType.HASH));
    key.sort().ifPresent(sort -> elements.add(element(sort, KeyType.RANGE)));
    return elements;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
