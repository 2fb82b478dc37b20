package wildrydes.dispatcher.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.edge.Attempt;
import wildrydes.edge.ParallelWork;
import wildrydes.edge.SdkClients;
import wildrydes.messages.RideId;

/**
 * The fleet as items of the unicorns table, one query per area and one conditional write per claim.
 */
final class DynamoDbFleet implements Fleet {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbFleet.class);

  /** Also who comes free soon: it tells how long nobody else does. */
  private static final String FREE_SOON =
      "attribute_not_exists(BusyUntil) OR BusyUntil < :soon OR RideId = :ride";

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
  private final ParallelWork parallelWork;

  /**
   * Reads and writes the table.
   *
   * @param parallelWork reads several areas side by side
   */
  DynamoDbFleet(DynamoDbClient dynamoDb, String table, ParallelWork parallelWork) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.parallelWork = parallelWork;
  }

  @Override
  public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
    if (areas.size() == 1) {
      return List.of(look(areas.getFirst(), most, ride, now));
    }
    return parallelWork
        .on(areas, SdkClients.CALL_TIMEOUT.multipliedBy(2), area -> look(area, most, ride, now))
        .stream()
        .map(DynamoDbFleet::done)
        .toList();
  }

  private static Look done(Attempt<Area, Look> attempt) {
    return switch (attempt) {
      case Attempt.Done<Area, Look>(_, var look) -> look;
      case Attempt.Failed<Area, Look>(_, RuntimeException cause) -> throw cause;
      case Attempt.Failed<Area, Look>(_, var cause) -> throw new IllegalStateException(cause);
      case Attempt.OutOfTime<Area, Look> _ ->
          throw SdkClientException.create("The unicorns around the pickup were not read in time");
    };
  }

  private Look look(Area area, int most, RideId ride, Instant now) {
    boolean bounded = area.isDivisible();
    Instant soon = now.plus(FORESIGHT);
    List<FreeUnicorn> free = new ArrayList<>();
    List<Instant> leaseEnds = new ArrayList<>(List.of(soon));
    int seen = 0;
    Map<String, AttributeValue> from = Map.of();
    do {
      int limit = most - seen;
      var page = dynamoDb.query(query(area, ride, soon, from, bounded ? limit : null));
      for (var item : page.items()) {
        try {
          UnicornItem.leaseOfAnother(item, ride, now)
              .ifPresentOrElse(leaseEnds::add, () -> free.add(UnicornItem.read(item, ride, now)));
        } catch (IllegalArgumentException e) {
          LOG.warn(
              "Unicorn skipped: its item in {} is damaged ({}). Remove it and add it again.",
              area.cell().geohash(),
              e.getMessage());
        }
      }
      seen += page.scannedCount();
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty() && (!bounded || seen < most));
    return new Look(area, free, Collections.min(leaseEnds), from.isEmpty());
  }

  private QueryRequest query(
      Area area,
      RideId ride,
      Instant soon,
      Map<String, AttributeValue> from,
      @Nullable Integer limit) {
    Map<String, AttributeValue> values =
        new HashMap<>(
            Map.of(
                ":cell", AttributeValue.fromS(area.cell().geohash()),
                ":soon", millis(soon),
                ":ride", AttributeValue.fromS(ride.value())));
    String keys = "Cell = :cell";
    if (!area.isWhole()) {
      keys += " AND begins_with(Spot, :prefix)";
      values.put(":prefix", AttributeValue.fromS(area.prefix()));
    }
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(keys)
        .filterExpression(FREE_SOON)
        .expressionAttributeValues(values)
        .limit(limit)
        .exclusiveStartKey(from.isEmpty() ? null : from)
        .build();
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
