package wildrydes.benchmarks.searching;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
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
 * nothing, and who comes free is taken again at once, so every search meets the same fleet.
 */
public final class CountedFleet implements Fleet {

  private static final String[] COLORS = {"White", "Golden", "Silver"};
  private static final int PAGE_BYTES = 1024 * 1024;
  private static final int BLOCK_BYTES = 4096;

  /** How long a ride keeps its unicorn. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /**
   * A unicorn and its place.
   *
   * @param firstEnd when the first of its leases ends, each of which follows the one before;
   *     nothing if it is free
   */
  private record Stall(FreeUnicorn unicorn, Optional<Instant> firstEnd, int bytes) {

    boolean isFree() {
      return firstEnd.isEmpty();
    }

    Optional<Instant> leaseEnd(Instant now) {
      return firstEnd.map(
          end -> {
            long left = Duration.between(now, end).toMillis();
            return now.plusMillis(Math.floorMod(left, LEASE.toMillis()));
          });
    }
  }

  /** What searches have cost so far. */
  public record Cost(int queries, int rounds, double units) {

    Cost minus(Cost before) {
      return new Cost(queries - before.queries, rounds - before.rounds, units - before.units);
    }
  }

  private final Map<Area, List<Stall>> areas = new HashMap<>();
  private int busy;
  private Cost cost = new Cost(0, 0, 0);

  /**
   * A fleet whose unicorns stand at these places.
   *
   * @param busy the share of them that is
   */
  public CountedFleet(List<Location> places, double busy, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < places.size(); i++) {
      boolean free = random.nextDouble() >= busy;
      var end = Instant.EPOCH.plusMillis(random.nextLong(LEASE.toMillis()));
      add(i, places.get(i), free ? Optional.empty() : Optional.of(end));
    }
  }

  private void add(int number, Location place, Optional<Instant> firstEnd) {
    Unicorn unicorn = unicorn(number);
    busy += firstEnd.isPresent() ? 1 : 0;
    Map<String, AttributeValue> item = item(unicorn, place, firstEnd.isEmpty());
    String spot = requireNonNull(item.get("Spot")).s();
    Cell cell = Cell.of(place);
    var stall =
        new Stall(new FreeUnicorn(cell, spot, unicorn, place, false), firstEnd, ItemSize.of(item));
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

  /** How often somebody has to ask for a ride for so many to be busy; every second for nobody. */
  Duration betweenRides() {
    return busy == 0 ? Duration.ofSeconds(1) : LEASE.dividedBy(busy);
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
    return wanted.stream().map(area -> look(area, most, now)).toList();
  }

  private Look look(Area area, int most, Instant now) {
    List<Stall> there = areas.getOrDefault(area, List.of());
    boolean complete = !area.isDivisible() || there.size() < most;
    List<Stall> read = complete ? there : there.subList(0, most);
    int bytes = read.stream().mapToInt(Stall::bytes).sum();
    int pages = bytes / PAGE_BYTES + 1;
    int blocks = Math.max(pages, Math.ceilDiv(bytes, BLOCK_BYTES));
    cost = new Cost(cost.queries() + pages, cost.rounds(), cost.units() + blocks * 0.5);
    Instant nextFree =
        read.stream()
            .flatMap(stall -> stall.leaseEnd(now).stream())
            .reduce(now.plus(FORESIGHT), BinaryOperator.minBy(Comparator.naturalOrder()));
    return new Look(area, free(read), nextFree, complete);
  }

  private static List<FreeUnicorn> free(List<Stall> stalls) {
    return stalls.stream().filter(Stall::isFree).map(Stall::unicorn).toList();
  }

  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    return Optional.of(until);
  }
}
