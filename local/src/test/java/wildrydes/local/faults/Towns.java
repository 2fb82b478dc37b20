package wildrydes.local.faults;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/**
 * Towns all over the world, too far from each other to share a unicorn. Some have more unicorns
 * than they will ever need, some far too few.
 */
final class Towns {

  /** About 650 meters: whoever is in town is within reach. */
  private static final double RADIUS_DEGREES = 0.006;

  private static final int MAX_UNICORNS = 60;
  private static final int BATCH = 25;

  private final long seed;
  private final List<Location> centers;
  private final Set<String> coordinates = ConcurrentHashMap.newKeySet();

  Towns(long seed, int towns) {
    this.seed = seed;
    var random = new SplittableRandom(seed);
    // One every third of a degree of latitude, which is four times the farthest pickup.
    this.centers =
        IntStream.range(0, towns)
            .mapToObj(i -> new Location(-55 + i / 3.0, random.nextDouble(-170, 170)))
            .toList();
  }

  /** Fills the stack's fleet; returns how many unicorns there are. */
  int settle(Stack stack) {
    String table = stack.tableName("UnicornsTable");
    var random = new SplittableRandom(seed + 1);
    List<WriteRequest> writes = new ArrayList<>();
    for (int town = 0; town < centers.size(); town++) {
      int unicorns = 3 + random.nextInt(MAX_UNICORNS);
      for (int i = 0; i < unicorns; i++) {
        var unicorn = new Unicorn("Unicorn-%d-%d".formatted(town, i), "White", "Female");
        var item = UnicornItem.of(unicorn, place(centers.get(town), random));
        writes.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      }
    }
    for (int from = 0; from < writes.size(); from += BATCH) {
      var chunk = writes.subList(from, Math.min(from + BATCH, writes.size()));
      stack.dynamoDb().batchWriteItem(b -> b.requestItems(Map.of(table, chunk)));
    }
    return writes.size();
  }

  /** Where the ride of that number begins. */
  Location pickup(int number) {
    var random = new SplittableRandom(seed * 31 + number);
    return place(centers.get(random.nextInt(centers.size())), random);
  }

  /** Every latitude and longitude that anybody has been told, as text. */
  Set<String> coordinates() {
    return coordinates;
  }

  private Location place(Location center, SplittableRandom random) {
    var place =
        new Location(
            rounded(center.latitude() + random.nextDouble(-RADIUS_DEGREES, RADIUS_DEGREES)),
            rounded(center.longitude() + random.nextDouble(-RADIUS_DEGREES, RADIUS_DEGREES)));
    coordinates.add(Double.toString(place.latitude()));
    coordinates.add(Double.toString(place.longitude()));
    return place;
  }

  /** Seven decimals: enough that no other number in a log looks like it. */
  private static double rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP).doubleValue();
  }
}
