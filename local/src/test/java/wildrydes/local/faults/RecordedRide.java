package wildrydes.local.faults;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;

/** A row of the rides table, read as it is and not as the product reads it. */
record RecordedRide(String id, String rider, String status, Map<String, AttributeValue> item) {

  static List<RecordedRide> all(Stack stack) {
    return stack
        .dynamoDb()
        .scanPaginator(s -> s.tableName(stack.tableName("RidesTable")).consistentRead(true))
        .items()
        .stream()
        .map(
            item ->
                new RecordedRide(
                    text(item, "RideId"), text(item, "User"), text(item, "Status"), item))
        .toList();
  }

  boolean isAssigned() {
    return status.equals("ASSIGNED");
  }

  /** Assigned or unassigned: what a rider can rely on. */
  boolean isSettled() {
    return isAssigned() || status.equals("UNASSIGNED");
  }

  boolean wasWrittenBy(String writeId) {
    return Stream.of("WriteId", "FailureWriteId")
        .map(item::get)
        .anyMatch(mark -> mark != null && mark.s().equals(writeId));
  }

  String unicorn() {
    return text(item, "UnicornName");
  }

  Optional<String> perhapsUnicorn() {
    return Optional.ofNullable(item.get("UnicornName")).map(AttributeValue::s);
  }

  Instant decided() {
    return Instant.parse(text(item, "DecisionTime"));
  }

  Instant recorded() {
    return Instant.parse(text(item, "RecordTime"));
  }

  Instant leaseUntil() {
    return Instant.parse(text(item, "LeaseUntil"));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }
}
