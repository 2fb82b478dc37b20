package wildrydes.benchmarks.searching;

import static org.assertj.core.api.Assertions.assertThat;

import ch.hsr.geohash.GeoHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;

/** The counted fleet bills what DynamoDB bills. */
class CountedFleetIT {

  private static final Location HERE = new Location(47.61, -122.33);
  private static final int UNICORNS = 400;

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("UnicornsTable");

  @Test
  void aQueryCostsAsManyUnitsAsDynamoDbSays() {
    var fleet = new CountedFleet(places(), 1, 7);
    putAll();
    String geohash =
        GeoHash.geoHashStringWithCharacterPrecision(HERE.latitude(), HERE.longitude(), 7);
    Area whole = Area.whole(Cell.of(HERE));
    Area part = new Area(whole.cell(), geohash);

    assertThat(counted(fleet, whole, 1_000)).isEqualTo(billed(whole, 1_000)).isGreaterThan(5);
    assertThat(counted(fleet, whole, 256)).isEqualTo(billed(whole, 256)).isGreaterThan(3);
    assertThat(counted(fleet, part, 256)).isEqualTo(billed(part, 256)).isLessThan(3);
  }

  private static List<Location> places() {
    return IntStream.range(0, UNICORNS)
        .mapToObj(i -> new Location(HERE.latitude() + i * 1e-5, HERE.longitude()))
        .toList();
  }

  private void putAll() {
    List<Location> places = places();
    var writes =
        IntStream.range(0, UNICORNS)
            .mapToObj(i -> CountedFleet.item(CountedFleet.unicorn(i), places.get(i), false))
            .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
            .toList();
    for (int from = 0; from < writes.size(); from += 25) {
      var chunk = writes.subList(from, from + 25);
      stack.dynamoDb().batchWriteItem(b -> b.requestItems(Map.of(table, chunk)));
    }
  }

  private static double counted(CountedFleet fleet, Area area, int most) {
    var before = fleet.cost();
    fleet.look(List.of(area), most, new RideId("AAAAAAAAAAAAAAAAAAAAAA"), Instant.EPOCH);
    return fleet.cost().minus(before).units();
  }

  private double billed(Area area, int most) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("Cell = :cell AND begins_with(Spot, :prefix)")
            .expressionAttributeValues(
                Map.of(
                    ":cell", AttributeValue.fromS(area.cell().geohash()),
                    ":prefix",
                        AttributeValue.fromS(
                            area.isWhole() ? area.cell().geohash() : area.prefix())))
            .limit(most)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    return stack.dynamoDb().query(query).consumedCapacity().capacityUnits();
  }
}
