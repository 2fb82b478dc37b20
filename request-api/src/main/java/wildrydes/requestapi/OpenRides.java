package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import wildrydes.messages.RideId;

/**
 * Keeps one rider from filling the queue: how many rides without an outcome a rider may have. It
 * notes the rides in memory, so that a request costs no write and no read for it; only at the limit
 * are the notes compared with what has become of the rides.
 *
 * <p>Each execution environment counts for itself. A rider can have the limit in each that is warm:
 * the price of having no counter to which every request would write.
 */
public final class OpenRides {

  /** A rider at the limit is looked up no more often, however often they ask. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** So that memory is bounded: beyond it, whoever has not asked for longest is forgotten. */
  private static final int MAX_NOTES = 50_000;

  /** When each ride was asked for here, and when the rider may next be looked up. */
  private static final class Notes {
    private final Map<RideId, Instant> rides = new LinkedHashMap<>();
    private Instant nextLook = Instant.MIN;
  }

  private final Rides rides;
  private final int limit;
  private final Duration patience;
  private final InstantSource clock;
  private final Map<String, Notes> riders = new LinkedHashMap<>(16, 0.75f, true);
  private int notes;

  /**
   * Knows of no ride yet.
   *
   * @param patience after which a ride without an outcome counts as failed, and no more as open
   */
  public OpenRides(Rides rides, int limit, Duration patience, InstantSource clock) {
    this.rides = rides;
    this.limit = limit;
    this.patience = patience;
    this.clock = clock;
  }

  /** Notes the ride, unless the rider has as many as they may. One that is noted is no more. */
  boolean admit(String rider, RideId id) {
    if (note(rider, id)) {
      return true;
    }
    Set<RideId> known = dueForALook(rider);
    if (known.isEmpty()) {
      return false;
    }
    keep(rider, known, rides.requestedAmong(known));
    return note(rider, id);
  }

  /** Since when the rider has waited for the oldest of the noted rides. */
  synchronized Instant oldest(String rider) {
    Notes own = riders.get(rider);
    return own == null || own.rides.isEmpty()
        ? clock.instant()
        : own.rides.values().iterator().next();
  }

  private synchronized boolean note(String rider, RideId id) {
    Notes own = riders.computeIfAbsent(rider, _ -> new Notes());
    if (own.rides.containsKey(id)) {
      return true;
    }
    if (own.rides.size() >= limit) {
      return false;
    }
    own.rides.put(id, clock.instant());
    notes++;
    forgetBeyondTheMost();
    return true;
  }

  /** The rider's rides, or none while the last look is recent. */
  private synchronized Set<RideId> dueForALook(String rider) {
    Notes own = riders.get(rider);
    Instant now = clock.instant();
    if (own == null || now.isBefore(own.nextLook)) {
      return Set.of();
    }
    own.nextLook = now.plus(BETWEEN_LOOKS);
    return Set.copyOf(own.rides.keySet());
  }

  private synchronized void keep(String rider, Set<RideId> known, Set<RideId> open) {
    Notes own = riders.get(rider);
    if (own == null) {
      return;
    }
    Instant overdue = clock.instant().minus(patience);
    // What was noted during the look is not among the known, and stays.
    int before = own.rides.size();
    own.rides.keySet().removeIf(id -> known.contains(id) && !open.contains(id));
    own.rides.values().removeIf(since -> since.isBefore(overdue));
    notes -= before - own.rides.size();
  }

  private void forgetBeyondTheMost() {
    Iterator<Notes> longestAgo = riders.values().iterator();
    while (notes > MAX_NOTES && longestAgo.hasNext()) {
      notes -= longestAgo.next().rides.size();
      longestAgo.remove();
    }
  }
}
