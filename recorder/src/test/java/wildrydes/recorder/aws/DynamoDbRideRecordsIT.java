package wildrydes.recorder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.recorder.RideRecords;
import wildrydes.recorder.RideRecordsContract;

class DynamoDbRideRecordsIT extends RideRecordsContract {

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("RidesTable");
  private final DynamoDbRideRecords records = new DynamoDbRideRecords(stack.dynamoDb(), table);

  @Override
  protected RideRecords records() {
    return records;
  }

  @Override
  protected void request(RideId rideId) {
    stack
        .dynamoDb()
        .putItem(
            p ->
                p.tableName(table)
                    .item(
                        Map.of(
                            "RideId", AttributeValue.fromS(rideId.value()),
                            "User", AttributeValue.fromS("alice"),
                            "Status", AttributeValue.fromS("REQUESTED"))));
  }

  @Test
  void anAssignmentStandsInTheRecordWithTheNamesOfTheClassicSample() {
    request(ride);
    records.record(new RideFailed(ride, "retries exhausted", NOW, NOW), NOW);

    records.record(assigned(ride, "Shadowfax"), NOW.plusMillis(5));

    Map<String, AttributeValue> item = new HashMap<>(item());
    assertThat(item.remove("WriteId")).isNotNull();
    assertThat(item.remove("FailureWriteId")).isNotNull();
    assertThat(item)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("RideId", AttributeValue.fromS(ride.value())),
                Map.entry("User", AttributeValue.fromS("alice")),
                Map.entry("Status", AttributeValue.fromS("ASSIGNED")),
                Map.entry(
                    "Unicorn",
                    AttributeValue.fromM(
                        Map.of(
                            "Name", AttributeValue.fromS("Shadowfax"),
                            "Color", AttributeValue.fromS("White"),
                            "Gender", AttributeValue.fromS("Male")))),
                Map.entry("UnicornName", AttributeValue.fromS("Shadowfax")),
                Map.entry("EtaSeconds", AttributeValue.fromN("62")),
                Map.entry("PickupMeters", AttributeValue.fromN("1234.5")),
                Map.entry("LeaseUntil", AttributeValue.fromS("2026-01-02T03:10:07.678Z")),
                Map.entry("DecisionTime", AttributeValue.fromS("2026-01-02T03:04:05.678Z")),
                Map.entry("RecordTime", AttributeValue.fromS("2026-01-02T03:04:05.683Z")),
                Map.entry(
                    "Timeline",
                    AttributeValue.fromL(
                        List.of(
                            stage("DISPATCHED", "2026-01-02T03:04:05.678Z"),
                            stage("FAILED", "2026-01-02T03:04:05.678Z"),
                            stage("RECORDED", "2026-01-02T03:04:05.678Z"),
                            stage("DISPATCHED", "2026-01-02T03:04:05.666Z"),
                            stage("ASSIGNED", "2026-01-02T03:04:05.678Z"),
                            stage("RECORDED", "2026-01-02T03:04:05.683Z"))))));
  }

  private static AttributeValue stage(String name, String time) {
    return AttributeValue.fromM(
        Map.of("Stage", AttributeValue.fromS(name), "Time", AttributeValue.fromS(time)));
  }

  private Map<String, AttributeValue> item() {
    return stack
        .dynamoDb()
        .getItem(
            g ->
                g.tableName(table)
                    .key(Map.of("RideId", AttributeValue.fromS(ride.value())))
                    .consistentRead(true))
        .item();
  }
}
