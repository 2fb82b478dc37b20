package wildrydes.dispatcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.messages.RideId;

class DynamoDbDecidedRidesIT {

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("RidesTable");
  private final DynamoDbDecidedRides decidedRides =
      new DynamoDbDecidedRides(stack.dynamoDb(), table);

  @Test
  void onlyAssignedAndUnassignedRidesAreDecided() {
    RideId requested = ride("REQUESTED");
    RideId assigned = ride("ASSIGNED");
    RideId unassigned = ride("UNASSIGNED");
    RideId failed = ride("FAILED");
    RideId unknown = someRide();

    assertThat(decidedRides.among(Set.of(requested, assigned, unassigned, failed, unknown)))
        .containsExactlyInAnyOrder(assigned, unassigned);
  }

  @Test
  void ofNoRidesNoneIsDecided() {
    assertThat(decidedRides.among(Set.of())).isEmpty();
  }

  private RideId ride(String status) {
    RideId ride = someRide();
    stack
        .dynamoDb()
        .putItem(
            p ->
                p.tableName(table)
                    .item(
                        Map.of(
                            "RideId", AttributeValue.fromS(ride.value()),
                            "Status", AttributeValue.fromS(status))));
    return ride;
  }

  private static RideId someRide() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return RideId.of(bytes);
  }
}
