package wildrydes.benchmarks.load;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.emulators.Clients;
import wildrydes.emulators.StackSettings;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** The pipeline's tables: unicorns are put there before, and rides read there afterwards. */
record StoredRides(DynamoDbClient dynamoDb) implements AutoCloseable {

  private static final String RIDES = StackSettings.STACK_NAME + "-Rides";
  private static final String UNICORNS = StackSettings.STACK_NAME + "-Unicorns";
  private static final int WRITES = 25;
  private static final int READS = 100;
  private static final Duration PAUSE = Duration.ofMillis(250);

  static StoredRides at(URI endpoint) {
    return new StoredRides(Clients.dynamoDb(endpoint));
  }

  void addUnicorns(List<Location> places) {
    for (int from = 0; from < places.size(); from += WRITES) {
      List<WriteRequest> some = new ArrayList<>();
      for (int i = from; i < Math.min(places.size(), from + WRITES); i++) {
        var item = UnicornItem.of(new Unicorn("Unicorn" + i, "White", "Female"), places.get(i));
        some.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      }
      dynamoDb.batchWriteItem(b -> b.requestItems(Map.of(UNICORNS, some)));
    }
  }

  /** When each ride was recorded as assigned; those that were not within {@code patience} lack. */
  Map<String, Instant> awaitAssigned(Collection<String> rides, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Instant> assigned = new HashMap<>();
    while (true) {
      List<String> missing = rides.stream().filter(ride -> !assigned.containsKey(ride)).toList();
      for (int from = 0; from < missing.size(); from += READS) {
        read(missing.subList(from, Math.min(missing.size(), from + READS)), assigned);
      }
      if (assigned.size() == rides.size() || System.nanoTime() > end) {
        return assigned;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void read(List<String> rides, Map<String, Instant> assigned) {
    var wanted =
        KeysAndAttributes.builder()
            .keys(rides.stream().map(r -> Map.of("RideId", AttributeValue.fromS(r))).toList())
            .build();
    dynamoDb
        .batchGetItem(b -> b.requestItems(Map.of(RIDES, wanted)))
        .responses()
        .getOrDefault(RIDES, List.of())
        .forEach(
            item -> {
              AttributeValue recorded = item.get("RecordTime");
              if (recorded != null && "ASSIGNED".equals(requireNonNull(item.get("Status")).s())) {
                assigned.put(requireNonNull(item.get("RideId")).s(), Instant.parse(recorded.s()));
              }
            });
  }

  @Override
  public void close() {
    dynamoDb.close();
  }
}
