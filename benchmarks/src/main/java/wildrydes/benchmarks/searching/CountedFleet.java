package wildrydes.benchmarks.searching;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/**
 * A fleet in memory that counts what a search would cost on DynamoDB: queries, and read units at
 * half a unit per begun 4 KB of what a query reads, free or not. Claims always succeed and change
 * nothing, so every search meets the same fleet.
 */
public final class CountedFleet implements Fleet {

  private static final String[] COLORS = {"White", "Golden", "Silver"};
  private static final int PAGE_BYTES = 1024 * 1024;
  private static final int BLOCK_BYTES = 4096;

  private record Stall(FreeUnicorn unicorn, boolean free, int bytes) {}

  /** What searches have cost so far. */
  public record Cost(int queries, int rounds, double units) {

    Cost minus(Cost before) {
      return new Cost(queries - before.queries, rounds - before.rounds, units - before.units);
    }
  }

  private final Map<Area, List<Stall>> areas = new HashMap<>();
  private Cost cost = new Cost(0, 0, 0);

  /**
   * A fleet whose unicorns stand at these places.
   *
   * @param busy the share of them that is
   */
  public CountedFleet(List<Location> places, double busy, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < places.size(); i++) {
      add(i, places.get(i), random.nextDouble() >= busy);
    }
  }

  private void add(int number, Location place, boolean free) {
    Unicorn unicorn = unicorn(number);
    Map<String, AttributeValue> item = item(unicorn, place, free);
    String spot = requireNonNull(item.get("Spot")).s();
    Cell cell = Cell.of(place);
    var stall =
        new Stall(new FreeUnicorn(cell, spot, unicorn, place, false), free, ItemSize.of(item));
    for (Area area : Areas.of(cell, spot)) {
      areas.computeIfAbsent(area, _ -> new ArrayList<>()).add(stall);
    }
  }

  static Unicorn unicorn(int number) {
    return new Unicorn("Unicorn %06d".formatted(number), COLORS[number % COLORS.length], "Female");
  }

  /** As the table has it. */
  static Map<String, AttributeValue> item(Unicorn unicorn, Location place, boolean free) {
    Map<String, AttributeValue> item = new HashMap<>(UnicornItem.of(unicorn, place));
    if (!free) {
      item.put("BusyUntil", AttributeValue.fromN("1767323045678"));
      item.put("RideId", AttributeValue.fromS("AAAAAAAAAAAAAAAAAAAAAA"));
    }
    return item;
  }

  Cost cost() {
    return cost;
  }

  /** Everybody who is free. */
  public List<FreeUnicorn> free() {
    return areas.entrySet().stream()
        .filter(entry -> entry.getKey().isWhole())
        .flatMap(entry -> free(entry.getValue()).stream())
        .toList();
  }

  @Override
  public List<Look> look(List<Area> wanted, int most, RideId ride, Instant now) {
    cost = new Cost(cost.queries(), cost.rounds() + 1, cost.units());
    return wanted.stream().map(area -> look(area, most)).toList();
  }

  private Look look(Area area, int most) {
    List<Stall> there = areas.getOrDefault(area, List.of());
    boolean complete = !area.isDivisible() || there.size() < most;
    List<Stall> read = complete ? there : there.subList(0, most);
    int bytes = read.stream().mapToInt(Stall::bytes).sum();
    int pages = bytes / PAGE_BYTES + 1;
    int blocks = Math.max(pages, Math.ceilDiv(bytes, BLOCK_BYTES));
    cost = new Cost(cost.queries() + pages, cost.rounds(), cost.units() + blocks * 0.5);
    return new Look(area, free(read), complete);
  }

  private static List<FreeUnicorn> free(List<Stall> stalls) {
    return stalls.stream().filter(Stall::free).map(Stall::unicorn).toList();
  }

  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    return Optional.of(until);
  }
}
