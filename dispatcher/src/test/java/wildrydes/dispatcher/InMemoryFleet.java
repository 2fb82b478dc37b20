package wildrydes.dispatcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final List<Cell> reads = new ArrayList<>();

  public synchronized void add(Unicorn unicorn, Location location) {
    stalls.add(new Stall(unicorn, location));
  }

  public synchronized void remove(String name) {
    stalls.removeIf(stall -> stall.unicorn.name().equals(name));
  }

  /** The cells read so far, in order. */
  synchronized List<Cell> reads() {
    return List.copyOf(reads);
  }

  @Override
  public synchronized List<FreeUnicorn> freeIn(Cell cell, RideId ride, Instant now) {
    reads.add(cell);
    return stalls.stream()
        .filter(stall -> Cell.of(stall.location).equals(cell))
        .filter(stall -> stall.busyUntil.isBefore(now) || ride.equals(stall.ride))
        .map(
            stall ->
                new FreeUnicorn(
                    cell,
                    stall.unicorn.name(),
                    stall.unicorn,
                    stall.location,
                    ride.equals(stall.ride) && !stall.busyUntil.isBefore(now)))
        .toList();
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
