package wildrydes.dispatcher;

import ch.hsr.geohash.GeoHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/** The fleet without a database; it passes the same contract as the one with. */
public final class InMemoryFleet implements Fleet {

  private static final class Stall {
    final Unicorn unicorn;
    final Location location;
    @Nullable RideId ride;
    Instant busyUntil = Instant.MIN;

    Stall(Unicorn unicorn, Location location) {
      this.unicorn = unicorn;
      this.location = location;
    }
  }

  private final List<Stall> stalls = new ArrayList<>();
  private final List<Integer> rounds = new ArrayList<>();
  private final List<Area> reads = new ArrayList<>();

  public synchronized void add(Unicorn unicorn, Location location) {
    stalls.add(new Stall(unicorn, location));
  }

  public synchronized void remove(String name) {
    stalls.removeIf(stall -> stall.unicorn.name().equals(name));
  }

  /** How many areas were read at once, each time. */
  synchronized List<Integer> rounds() {
    return List.copyOf(rounds);
  }

  /** The areas read so far, in order. */
  synchronized List<Area> reads() {
    return List.copyOf(reads);
  }

  @Override
  public synchronized List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
    rounds.add(areas.size());
    return areas.stream().map(area -> look(area, most, ride, now)).toList();
  }

  private Look look(Area area, int most, RideId ride, Instant now) {
    reads.add(area);
    List<Stall> there = stalls.stream().filter(stall -> isIn(area, stall.location)).toList();
    if (area.isDivisible() && there.size() > most) {
      return new Look(area, List.of(), now.plus(FORESIGHT), false);
    }
    List<FreeUnicorn> free =
        there.stream()
            .filter(stall -> stall.busyUntil.isBefore(now) || ride.equals(stall.ride))
            .map(
                stall ->
                    new FreeUnicorn(
                        area.cell(),
                        stall.unicorn.name(),
                        stall.unicorn,
                        stall.location,
                        ride.equals(stall.ride) && !stall.busyUntil.isBefore(now)))
            .toList();
    Instant nextFree =
        there.stream()
            .filter(stall -> !ride.equals(stall.ride))
            .map(stall -> stall.busyUntil)
            .filter(until -> !until.isBefore(now))
            .reduce(now.plus(FORESIGHT), BinaryOperator.minBy(Comparator.naturalOrder()));
    return new Look(area, free, nextFree, true);
  }

  private static boolean isIn(Area area, Location place) {
    return Cell.of(place).equals(area.cell())
        && GeoHash.geoHashStringWithCharacterPrecision(place.latitude(), place.longitude(), 8)
            .startsWith(area.prefix());
  }

  @Override
  public synchronized Optional<Instant> claim(
      FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    return stalls.stream()
        .filter(stall -> stall.unicorn.name().equals(unicorn.spot()))
        .filter(stall -> stall.busyUntil.isBefore(now) || ride.equals(stall.ride))
        .findFirst()
        .map(
            stall -> {
              boolean longer = !ride.equals(stall.ride) || stall.busyUntil.isBefore(until);
              stall.busyUntil = longer ? until : stall.busyUntil;
              stall.ride = ride;
              return stall.busyUntil;
            });
  }
}
