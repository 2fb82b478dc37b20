package wildrydes.dispatcher;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wildrydes.messages.RideId;

/**
 * The fleet as the rides of one batch share it: no two of them try for the same unicorn. Worked
 * side by side, rides from one street would otherwise all try for the nearest, then all but one for
 * the next, and so on, with a paid write for each attempt.
 */
public final class BatchFleet implements Fleet {

  /** Tells one unicorn from all others. */
  private record Stall(Cell cell, String spot) {}

  private final Fleet fleet;
  private final Map<Stall, RideId> tried = new ConcurrentHashMap<>();

  public BatchFleet(Fleet fleet) {
    this.fleet = fleet;
  }

  @Override
  public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
    return fleet.look(areas, most, ride, now);
  }

  /**
   * Answers at once that the ride does not have the unicorn if another ride of the batch tried for
   * it: either that one has it, or somebody outside the batch was faster than both.
   */
  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    Stall stall = stallOf(unicorn);
    RideId first = tried.putIfAbsent(stall, ride);
    if (first != null && !first.equals(ride)) {
      return Optional.empty();
    }
    try {
      return fleet.claim(unicorn, ride, now, until);
    } catch (RuntimeException e) {
      // Nobody knows who has it: the next one may find out.
      tried.remove(stall);
      throw e;
    }
  }

  @Override
  public boolean isSpokenFor(FreeUnicorn unicorn, RideId ride) {
    RideId first = tried.get(stallOf(unicorn));
    return first != null && !first.equals(ride);
  }

  private static Stall stallOf(FreeUnicorn unicorn) {
    return new Stall(unicorn.cell(), unicorn.spot());
  }
}
