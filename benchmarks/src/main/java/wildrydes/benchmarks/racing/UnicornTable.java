package wildrydes.benchmarks.racing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wildrydes.benchmarks.searching.Areas;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.Fleet.Look;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/**
 * The unicorns and who has them, with the conditional write of a claim: of two, the second is
 * refused. Nobody comes free again, for a race is over long before the first lease is.
 */
final class UnicornTable {

  private static final class Stall {
    final FreeUnicorn unicorn;
    @Nullable RideId ride;
    long claimed = Long.MAX_VALUE;

    Stall(FreeUnicorn unicorn) {
      this.unicorn = unicorn;
    }

    boolean isFree(RideId asking, long then) {
      return claimed > then || asking.equals(ride);
    }

    FreeUnicorn seenBy(RideId asking) {
      return asking.equals(ride)
          ? new FreeUnicorn(
              unicorn.cell(), unicorn.spot(), unicorn.unicorn(), unicorn.location(), true)
          : unicorn;
    }
  }

  private final Map<Area, List<Stall>> areas = new HashMap<>();
  private final Map<String, Stall> stalls = new HashMap<>();
  private int queries;
  private final Map<RideId, Integer> claims = new HashMap<>();

  UnicornTable(List<Location> places) {
    IntStream.range(0, places.size()).forEach(i -> add("Unicorn" + i, places.get(i)));
  }

  private void add(String name, Location place) {
    var unicorn = new Unicorn(name, "White", "Female");
    String spot = requireNonNull(UnicornItem.of(unicorn, place).get("Spot")).s();
    Cell cell = Cell.of(place);
    var stall = new Stall(new FreeUnicorn(cell, spot, unicorn, place, false));
    stalls.put(spot, stall);
    for (Area area : Areas.of(cell, spot)) {
      areas.computeIfAbsent(area, _ -> new ArrayList<>()).add(stall);
    }
  }

  int queries() {
    return queries;
  }

  /** Attempts of all rides, of which some got nobody a unicorn. */
  int claims() {
    return claims.values().stream().mapToInt(Integer::intValue).sum();
  }

  int claims(RideId ride) {
    return claims.getOrDefault(ride, 0);
  }

  /** What a query finds that sees the table as it was {@code then}. */
  Look look(Area area, int most, RideId ride, Instant now, long then) {
    queries++;
    List<Stall> there = areas.getOrDefault(area, List.of());
    boolean complete = !area.isDivisible() || there.size() < most;
    List<Stall> read = complete ? there : there.subList(0, most);
    List<FreeUnicorn> free =
        read.stream().filter(s -> s.isFree(ride, then)).map(s -> s.seenBy(ride)).toList();
    return new Look(area, free, now.plus(Fleet.FORESIGHT), complete);
  }

  /** Whether the ride has the unicorn from {@code now} on, or had it already. */
  boolean claim(FreeUnicorn unicorn, RideId ride, long now) {
    claims.merge(ride, 1, Integer::sum);
    Stall stall = Optional.ofNullable(stalls.get(unicorn.spot())).orElseThrow();
    if (stall.ride == null) {
      stall.ride = ride;
      stall.claimed = now;
    }
    return ride.equals(stall.ride);
  }
}
