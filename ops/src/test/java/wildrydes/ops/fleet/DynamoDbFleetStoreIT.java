package wildrydes.ops.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import wildrydes.dispatcher.aws.UnicornItem;

/** DynamoDB's own judgement of the conditions, by DynamoDB Local in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbFleetStoreIT extends FleetStoreContract {

  private static final String TABLE = "WildRydes-Unicorns";

  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
  private final DynamoDbClient dynamoDb = local.dynamoDbClient();

  @BeforeAll
  void createTable() {
    dynamoDb.createTable(
        t ->
            t.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("Cell"), text("Spot"))
                .keySchema(key("Cell", KeyType.HASH), key("Spot", KeyType.RANGE)));
  }

  @AfterAll
  void close() {
    local.shutdownNow();
  }

  @BeforeEach
  void empty() {
    for (FleetEntry entry : store().entries()) {
      dynamoDb.deleteItem(d -> d.tableName(TABLE).key(FleetItem.key(entry.stall())));
    }
  }

  @Override
  FleetStore store() {
    return new DynamoDbFleetStore(dynamoDb, TABLE);
  }

  @Override
  void lease(Stall stall, Instant until) {
    dynamoDb.updateItem(
        u ->
            u.tableName(TABLE)
                .key(FleetItem.key(stall))
                .updateExpression("SET BusyUntil = :until, RideId = :ride")
                .expressionAttributeValues(
                    Map.of(
                        ":until", AttributeValue.fromN(Long.toString(until.toEpochMilli())),
                        ":ride", AttributeValue.fromS("a-ride"))));
  }

  @Test
  void aDamagedItemIsShownByTheNameInItsKeyAndCanBeRemoved() {
    put(Map.of("BusyUntil", AttributeValue.fromS("soon")), List.of("Name"));

    FleetEntry entry = store().entries().getFirst();

    assertThat(entry)
        .isEqualTo(new FleetEntry.Damaged(entry.stall(), "Name is missing or no text"));
    assertThat(entry.name()).isEqualTo("Shadowfax");
    assertThat(store().remove(entry.stall(), NOW)).isEqualTo(new Change.Done());
    assertThat(store().isEmpty()).isTrue();
  }

  @Test
  void aDamagedItemIsPutRightInItsPlace() {
    put(Map.of("BusyUntil", AttributeValue.fromS("soon")), List.of("Name", "Latitude"));

    Change change = store().replace(store().entries().getFirst().stall(), SHADOWFAX, NOW);

    assertThat(change).isEqualTo(new Change.Done());
    assertThat(store().entries())
        .singleElement()
        .isEqualTo(
            new FleetEntry.Standing(
                InMemoryFleetStore.stallOf(SHADOWFAX), SHADOWFAX, Optional.empty()));
  }

  private void put(Map<String, AttributeValue> more, List<String> without) {
    Map<String, AttributeValue> item =
        new HashMap<>(UnicornItem.of(SHADOWFAX.unicorn(), SHADOWFAX.location()));
    item.putAll(more);
    item.keySet().removeAll(without);
    dynamoDb.putItem(p -> p.tableName(TABLE).item(item));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
