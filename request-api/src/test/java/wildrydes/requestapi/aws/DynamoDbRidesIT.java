package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.Rides;
import wildrydes.requestapi.RidesContract;

class DynamoDbRidesIT extends RidesContract {

  private static final Duration RETENTION = Duration.ofDays(30);

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("RidesTable");
  private final RideId id = someRide();
  private final Ride ride = ride(id, "alice", new Location(47.6, -122.3));

  @Override
  protected Rides rides() {
    return ridesAt(Instant.now());
  }

  @Override
  protected void decide(Ride stored) {
    write(stored.id(), "UNASSIGNED", Map.of());
  }

  @Test
  void whatTheRecorderWritesIsRead() {
    rides().putIfAbsent(ride);

    write(
        id,
        "ASSIGNED",
        Map.of(
            "Unicorn",
            AttributeValue.fromM(
                Map.of(
                    "Name", AttributeValue.fromS("Shadowfax"),
                    "Color", AttributeValue.fromS("White"),
                    "Gender", AttributeValue.fromS("Male"))),
            "EtaSeconds",
            AttributeValue.fromN("62"),
            "PickupMeters",
            AttributeValue.fromN("1234.5"),
            "Timeline",
            AttributeValue.fromL(
                List.of(
                    AttributeValue.fromM(
                        Map.of(
                            "Stage", AttributeValue.fromS("ASSIGNED"),
                            "Time", AttributeValue.fromS("2026-01-02T03:04:06Z")))))));
    assertThat(rides().find(id).orElseThrow().timeline())
        .containsExactly(
            new Stage(Stage.Name.REQUESTED, ride.requestTime()),
            new Stage(Stage.Name.ASSIGNED, Instant.parse("2026-01-02T03:04:06Z")));
    assertThat(rides().find(id).orElseThrow().status())
        .isEqualTo(new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 1234.5, 62));

    write(id, "UNASSIGNED", Map.of());
    assertThat(rides().find(id).orElseThrow().status()).isEqualTo(new Status.Unassigned());

    write(id, "FAILED", Map.of("FailureReason", AttributeValue.fromS("retries exhausted")));
    assertThat(rides().find(id).orElseThrow().status())
        .isEqualTo(new Status.Failed("retries exhausted"));
  }

  @Test
  void anExpiredRideIsGoneBeforeDynamoDbDeletesIt() {
    rides().putIfAbsent(ride);
    Instant afterExpiry = ride.requestTime().plus(RETENTION).plusSeconds(2);

    assertThat(ridesAt(afterExpiry.minusSeconds(4)).find(id)).contains(ride);
    assertThat(ridesAt(afterExpiry).find(id)).isEmpty();
  }

  @Test
  void anExpiredRideMakesRoomForANewOne() {
    rides().putIfAbsent(ride);
    Instant afterExpiry = ride.requestTime().plus(RETENTION).plusSeconds(2);
    Ride next = Ride.requested(id, "alice", new Location(1, 1), afterExpiry);

    assertThat(ridesAt(afterExpiry).putIfAbsent(next)).isEqualTo(next);

    assertThat(ridesAt(afterExpiry).find(id)).contains(next);
  }

  private Rides ridesAt(Instant now) {
    return new DynamoDbRides(stack.dynamoDb(), table, RETENTION, InstantSource.fixed(now));
  }

  /** As the recorder does. */
  private void write(RideId ride, String status, Map<String, AttributeValue> attributes) {
    var item =
        new HashMap<>(
            stack.dynamoDb().getItem(g -> g.tableName(table).key(RideItem.key(ride))).item());
    item.put("Status", AttributeValue.fromS(status));
    item.putAll(attributes);
    stack.dynamoDb().putItem(p -> p.tableName(table).item(item));
  }
}
