package wildrydes.requestapi.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import wildrydes.messages.RideId;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Rides;

/**
 * The rides table. DynamoDB deletes expired items days late, so what has expired counts as gone
 * here before it is.
 */
final class DynamoDbRides implements Rides {

  /** Of one BatchGetItem. */
  private static final int MOST_KEYS = 100;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Duration retention;
  private final InstantSource clock;

  DynamoDbRides(DynamoDbClient dynamoDb, String table, Duration retention, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public Ride putIfAbsent(Ride ride) {
    Instant expiry = ride.requestTime().plus(retention);
    try {
      dynamoDb.putItem(
          p ->
              p.tableName(table)
                  .item(RideItem.of(ride, expiry))
                  .conditionExpression("attribute_not_exists(RideId) OR ExpiresAt < :now")
                  .expressionAttributeValues(Map.of(":now", RideItem.seconds(clock.instant())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return ride;
    } catch (ConditionalCheckFailedException e) {
      // Perhaps what this very call wrote, when the answer to its first attempt was lost.
      return RideItem.read(e.item());
    }
  }

  @Override
  public Optional<Ride> find(RideId id) {
    Map<String, AttributeValue> item =
        dynamoDb
            // Consistent: a rider who asks right after the 202 must find the ride.
            .getItem(g -> g.tableName(table).key(RideItem.key(id)).consistentRead(true))
            .item();
    return Optional.of(item)
        .filter(found -> !found.isEmpty() && !RideItem.expired(found, clock.instant()))
        .map(RideItem::read);
  }

  @Override
  public Set<RideId> requestedAmong(Set<RideId> ids) {
    return ids.stream()
        .gather(Gatherers.windowFixed(MOST_KEYS))
        .flatMap(this::requested)
        .collect(toUnmodifiableSet());
  }

  private Stream<RideId> requested(List<RideId> ids) {
    var lookUp =
        KeysAndAttributes.builder()
            .keys(ids.stream().map(RideItem::key).toList())
            .projectionExpression("RideId, #status")
            .expressionAttributeNames(Map.of("#status", "Status"))
            .build();
    var answer = dynamoDb.batchGetItem(b -> b.requestItems(Map.of(table, lookUp)));
    var found = answer.responses().getOrDefault(table, List.of()).stream();
    // What DynamoDB was too busy to read counts as requested: whoever needs to know asks again.
    var unread =
        Optional.ofNullable(answer.unprocessedKeys().get(table)).stream()
            .flatMap(keys -> keys.keys().stream());
    return Stream.concat(found.filter(RideItem::isRequested), unread).map(RideItem::id);
  }
}
