package wildrydes.ops.deadletters.aws;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.RideRecords;

/** The rides table, read a hundred a call. */
public final class DynamoDbRideRecords implements RideRecords {

  private static final int MOST = 100;

  /** After a throttle DynamoDB leaves some of a batch unread; the SDK does not ask for them. */
  private static final int ROUNDS = 20;

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoDbRideRecords(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Map<RideId, RideRecord> find(Collection<RideId> rides) {
    List<RideId> wanted = rides.stream().distinct().toList();
    Map<RideId, RideRecord> found = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += MOST) {
      found.putAll(batch(wanted.subList(from, Math.min(from + MOST, wanted.size()))));
    }
    return found;
  }

  private Map<RideId, RideRecord> batch(List<RideId> rides) {
    Map<RideId, RideRecord> found = new HashMap<>();
    Map<String, KeysAndAttributes> left = Map.of(table, keys(rides));
    for (int round = 0; !left.isEmpty(); round++) {
      if (round == ROUNDS) {
        throw new IllegalStateException("DynamoDB left rides of a batch unread again and again");
      }
      Map<String, KeysAndAttributes> items = left;
      var answer = dynamoDb.batchGetItem(b -> b.requestItems(items));
      answer
          .responses()
          .getOrDefault(table, List.of())
          .forEach(item -> ride(item).ifPresent(ride -> found.put(ride, record(item))));
      left = answer.unprocessedKeys();
    }
    return found;
  }

  private static KeysAndAttributes keys(List<RideId> rides) {
    Map<String, String> names =
        List.of("RideId", "Status", "FailureReason", "UnicornName", "RecordTime").stream()
            .collect(toMap(name -> "#" + name, name -> name));
    return KeysAndAttributes.builder()
        .keys(
            rides.stream()
                .map(ride -> Map.of("RideId", AttributeValue.fromS(ride.value())))
                .toList())
        .consistentRead(true)
        .projectionExpression(String.join(", ", names.keySet()))
        .expressionAttributeNames(names)
        .build();
  }

  private static Optional<RideId> ride(Map<String, AttributeValue> item) {
    return text(item, "RideId").flatMap(RideId::parse);
  }

  private static RideRecord record(Map<String, AttributeValue> item) {
    return new RideRecord(
        text(item, "Status").orElse(""),
        text(item, "FailureReason"),
        text(item, "UnicornName"),
        text(item, "RecordTime").flatMap(DynamoDbRideRecords::time));
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
