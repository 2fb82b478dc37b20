package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import wildrydes.dispatcher.aws.UnicornItem;

/**
 * The fleet in the unicorns table. A lost answer is asked for again by the SDK, so every condition
 * also accepts what the same write has already done. What DynamoDB refuses for any other reason
 * flies as an SDK exception.
 */
final class DynamoDbFleetStore implements FleetStore {

  /** A lease that is no number is damage, not a lease. */
  private static final String NOT_LEASED =
      "(NOT attribute_type(BusyUntil, :number) OR BusyUntil < :now)";

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbFleetStore(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public List<FleetEntry> entries() {
    var pages = dynamoDb.scanPaginator(s -> s.tableName(table).consistentRead(true));
    return pages.items().stream().map(FleetItem::read).toList();
  }

  @Override
  public boolean isEmpty() {
    return dynamoDb.scan(s -> s.tableName(table).limit(1).consistentRead(true)).items().isEmpty();
  }

  @Override
  public Change add(PlacedUnicorn unicorn) {
    Map<String, AttributeValue> item = UnicornItem.of(unicorn.unicorn(), unicorn.location());
    try {
      dynamoDb.putItem(
          p ->
              p.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(Cell)")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Change.Done();
    } catch (ConditionalCheckFailedException e) {
      return e.item().entrySet().containsAll(item.entrySet())
          ? new Change.Done()
          : new Change.Overtaken();
    }
  }

  @Override
  public Change replace(Stall from, PlacedUnicorn to, Instant now) {
    Map<String, AttributeValue> item = UnicornItem.of(to.unicorn(), to.location());
    return FleetItem.stall(item).equals(from) ? update(from, item, now) : move(from, item, now);
  }

  /** Within its key a unicorn is changed in place. */
  private Change update(Stall stall, Map<String, AttributeValue> item, Instant now) {
    try {
      dynamoDb.updateItem(
          u ->
              u.tableName(table)
                  .key(FleetItem.key(stall))
                  .updateExpression(
                      "SET #Name = :Name, Color = :Color, Gender = :Gender,"
                          + " Latitude = :Latitude, Longitude = :Longitude"
                          + " REMOVE BusyUntil, RideId")
                  .conditionExpression("attribute_exists(Cell) AND " + NOT_LEASED)
                  .expressionAttributeNames(Map.of("#Name", "Name"))
                  .expressionAttributeValues(looks(item, now))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Change.Done();
    } catch (ConditionalCheckFailedException e) {
      return refused(e.item(), now);
    }
  }

  /** A key cannot change, so the old item goes and the new one comes in one transaction. */
  private Change move(Stall from, Map<String, AttributeValue> item, Instant now) {
    var delete =
        Delete.builder()
            .tableName(table)
            .key(FleetItem.key(from))
            .conditionExpression("attribute_exists(Cell) AND " + NOT_LEASED)
            .expressionAttributeValues(notLeased(now))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    var put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(Cell)")
            .build();
    try {
      // The SDK gives the transaction a token, so that asking again does it once.
      dynamoDb.transactWriteItems(
          t ->
              t.transactItems(
                  TransactWriteItem.builder().delete(delete).build(),
                  TransactWriteItem.builder().put(put).build()));
      return new Change.Done();
    } catch (TransactionCanceledException e) {
      return cancelled(e, now);
    }
  }

  /**
   * A failed condition or another writer's conflict is an answer; anything else, such as a
   * throttle, is not.
   */
  private static Change cancelled(TransactionCanceledException e, Instant now) {
    List<String> codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
    if (codes.contains("ConditionalCheckFailed")) {
      return refused(e.cancellationReasons().getFirst().item(), now);
    }
    if (codes.contains("TransactionConflict")) {
      return new Change.Overtaken();
    }
    throw e;
  }

  @Override
  public Change remove(Stall stall, Instant now) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(FleetItem.key(stall))
                  .conditionExpression(NOT_LEASED)
                  .expressionAttributeValues(notLeased(now))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Change.Done();
    } catch (ConditionalCheckFailedException e) {
      return refused(e.item(), now);
    }
  }

  /** Why a condition failed, as the item tells that stood there. */
  private static Change refused(Map<String, AttributeValue> item, Instant now) {
    return FleetItem.lease(item)
        .map(Lease::until)
        .filter(until -> !until.isBefore(now))
        .<Change>map(Change.Busy::new)
        .orElseGet(Change.Overtaken::new);
  }

  private static Map<String, AttributeValue> looks(Map<String, AttributeValue> item, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>(notLeased(now));
    item.forEach((name, value) -> values.put(":" + name, value));
    values.keySet().removeAll(List.of(":Cell", ":Spot"));
    return values;
  }

  private static Map<String, AttributeValue> notLeased(Instant now) {
    return Map.of(
        ":number", AttributeValue.fromS("N"),
        ":now", AttributeValue.fromN(Long.toString(now.toEpochMilli())));
  }
}
