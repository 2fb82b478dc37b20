package wildrydes.dispatcher.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import wildrydes.dispatcher.DecidedRides;
import wildrydes.messages.RideId;

/** Looks a whole batch up in the rides table with one read. */
final class DynamoDbDecidedRides implements DecidedRides {

  private static final Set<String> DECIDED = Set.of("ASSIGNED", "UNASSIGNED");

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbDecidedRides(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Set<RideId> among(Set<RideId> rides) {
    if (rides.isEmpty()) {
      return Set.of();
    }
    var lookUp =
        KeysAndAttributes.builder()
            .keys(keys(rides))
            // A ride that was requested again after it expired may have been decided a moment ago.
            .consistentRead(true)
            .projectionExpression("RideId, #Status")
            .expressionAttributeNames(Map.of("#Status", "Status"))
            .build();
    var answer = dynamoDb.batchGetItem(b -> b.requestItems(Map.of(table, lookUp)));
    if (answer.hasUnprocessedKeys() && !answer.unprocessedKeys().isEmpty()) {
      throw SdkClientException.create("DynamoDB was too busy to look all rides of the batch up");
    }
    var items = answer.responses().getOrDefault(table, List.of());
    return rides.stream()
        .filter(ride -> items.stream().anyMatch(item -> decides(item, ride)))
        .collect(toUnmodifiableSet());
  }

  private static boolean decides(Map<String, AttributeValue> item, RideId ride) {
    return ride.value().equals(text(item, "RideId")) && DECIDED.contains(text(item, "Status"));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  private static List<Map<String, AttributeValue>> keys(Set<RideId> rides) {
    return rides.stream().map(id -> Map.of("RideId", AttributeValue.fromS(id.value()))).toList();
  }
}
