package wildrydes.dispatcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FleetContract;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.edge.ParallelWork;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

class DynamoDbFleetIT extends FleetContract {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");

  private static final ParallelWork THREADS =
      new ParallelWork(Executors.newVirtualThreadPerTaskExecutor());

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("UnicornsTable");
  private final DynamoDbFleet fleet = new DynamoDbFleet(stack.dynamoDb(), table, THREADS);

  @Override
  protected Fleet fleet() {
    return fleet;
  }

  @Override
  protected void add(Unicorn unicorn, Location location) {
    stack.dynamoDb().putItem(p -> p.tableName(table).item(UnicornItem.of(unicorn, location)));
  }

  @Override
  protected void remove(FreeUnicorn unicorn) {
    stack
        .dynamoDb()
        .deleteItem(d -> d.tableName(table).key(UnicornItem.key(unicorn.cell(), unicorn.spot())));
  }

  /** One query answers with at most a megabyte, counted before it filters. */
  @Test
  void aFreeUnicornBehindPagesOfBusyOnesIsFound() {
    var crowd = new Location(12.345, 67.891);
    String padding = "x".repeat(4_000);
    List<WriteRequest> busy = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      var item = item("Busy %03d".formatted(i), crowd);
      item.put("BusyUntil", AttributeValue.fromN(Long.toString(NOW.toEpochMilli() + 1)));
      item.put("RideId", AttributeValue.fromS("another"));
      item.put("Notes", AttributeValue.fromS(padding));
      busy.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
    }
    for (int from = 0; from < busy.size(); from += 25) {
      var chunk = busy.subList(from, from + 25);
      stack.dynamoDb().batchWriteItem(b -> b.requestItems(Map.of(table, chunk)));
    }
    add(new Unicorn("Zorro", "Black", "Male"), crowd);

    assertThat(look(Cell.of(crowd)).free())
        .extracting(free -> free.unicorn().name())
        .containsExactly("Zorro");
  }

  @Test
  void aDamagedItemIsPassedOver() {
    var place = new Location(-12.345, 67.891);
    var damaged = item("Damaged", place);
    damaged.remove("Latitude");
    var absurd = item("Absurd", place);
    absurd.put("Latitude", AttributeValue.fromN("91"));
    stack.dynamoDb().putItem(p -> p.tableName(table).item(damaged));
    stack.dynamoDb().putItem(p -> p.tableName(table).item(absurd));
    add(new Unicorn("Sound", "White", "Male"), place);

    assertThat(look(Cell.of(place)).free())
        .extracting(free -> free.unicorn().name())
        .containsExactly("Sound");
  }

  private Fleet.Look look(Cell cell) {
    return fleet.look(List.of(Area.whole(cell)), 100_000, RIDE, NOW).getFirst();
  }

  private static Map<String, AttributeValue> item(String name, Location location) {
    return new HashMap<>(UnicornItem.of(new Unicorn(name, "White", "Male"), location));
  }
}
