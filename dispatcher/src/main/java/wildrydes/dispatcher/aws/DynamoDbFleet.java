package wildrydes.dispatcher.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.messages.RideId;

/**
 * The fleet as items of the unicorns table, one query per cell and one conditional write per claim.
 */
final class DynamoDbFleet implements Fleet {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbFleet.class);

  private static final String FREE =
      "attribute_not_exists(BusyUntil) OR BusyUntil < :now OR RideId = :ride";

  /**
   * The item must exist, or the update would create a unicorn out of nothing. A claim of the same
   * ride may be renewed, for its answer may have been lost, but not by a slower one that ends
   * sooner.
   */
  private static final String CLAIMABLE =
      "attribute_exists(Cell) AND (attribute_not_exists(BusyUntil) OR BusyUntil < :now"
          + " OR (RideId = :ride AND BusyUntil <= :until))";

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbFleet(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public List<FreeUnicorn> freeIn(Cell cell, RideId ride, Instant now) {
    var pages =
        dynamoDb.queryPaginator(
            q ->
                q.tableName(table)
                    .keyConditionExpression("Cell = :cell")
                    .filterExpression(FREE)
                    .expressionAttributeValues(
                        Map.of(
                            ":cell", AttributeValue.fromS(cell.geohash()),
                            ":now", millis(now),
                            ":ride", AttributeValue.fromS(ride.value()))));
    List<FreeUnicorn> free = new ArrayList<>();
    for (Map<String, AttributeValue> item : pages.items()) {
      try {
        free.add(UnicornItem.read(item, ride, now));
      } catch (IllegalArgumentException e) {
        LOG.warn(
            "Unicorn skipped: its item in {} is damaged ({}). Remove it and add it again.",
            cell.geohash(),
            e.getMessage());
      }
    }
    return free;
  }

  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    try {
      dynamoDb.updateItem(
          u ->
              u.tableName(table)
                  .key(UnicornItem.key(unicorn.cell(), unicorn.spot()))
                  .updateExpression("SET BusyUntil = :until, RideId = :ride")
                  .conditionExpression(CLAIMABLE)
                  .expressionAttributeValues(
                      Map.of(
                          ":now", millis(now),
                          ":until", millis(until),
                          ":ride", AttributeValue.fromS(ride.value())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.of(until);
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() ? UnicornItem.leaseOf(e.item(), ride) : Optional.empty();
    }
  }

  private static AttributeValue millis(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }
}
