package wildrydes.dispatcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import wildrydes.dispatcher.Fleet.Look;

/**
 * What searches have found out about areas, so that the next ones need not read them to know it:
 * where unicorns crowd, and where nobody comes free for a while. Leases end by time alone, so an
 * area whose unicorns all have one needs no look before the first of them ends. What is not
 * remembered costs a read, and nothing else.
 */
public final class KnownAreas {

  /**
   * Unicorns in an area, busy ones included, beyond which it is read in parts: 256 items of about
   * 150 bytes are ten blocks of 4 KB, or five read units; a part is mostly half of one.
   */
  private static final int LIMIT = 256;

  /** The fleet moves slowly, and a wrong guess costs a query. */
  private static final Duration DENSE_FOR = Duration.ofMinutes(10);

  private static final int MAX_AREAS = 10_000;

  /** When it was seen that nobody is free, and until when nobody is. */
  private record Taken(Instant since, Instant until) {}

  private final int limit;
  private final InstantSource clock;
  private final Map<Area, Instant> denseUntil = new Latest<>();
  private final Map<Area, Taken> taken = new Latest<>();

  /** Knows of none yet. */
  public KnownAreas(InstantSource clock) {
    this(LIMIT, clock);
  }

  KnownAreas(int limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Of how many unicorns an area is dense. */
  int limit() {
    return limit;
  }

  synchronized void learn(Look look) {
    if (!look.complete()) {
      put(denseUntil, look.area(), clock.instant().plus(DENSE_FOR));
    } else if (look.free().isEmpty()) {
      put(taken, look.area(), new Taken(clock.instant(), look.nextFree()));
    } else {
      taken.remove(look.area());
    }
  }

  /** Whether the area is better read in parts. */
  synchronized boolean isDense(Area area) {
    Instant end = denseUntil.get(area);
    return end != null && clock.instant().isBefore(end);
  }

  /**
   * Whether nobody there can be free when leases that ended before {@code now} are over, for a ride
   * that was requested at {@code requested}: a ride that is older than what was seen may itself
   * have one of those leases.
   */
  synchronized boolean isTaken(Area area, Instant requested, Instant now) {
    Taken seen = taken.get(area);
    return seen != null && seen.since().isBefore(requested) && !seen.until().isBefore(now);
  }

  private static <T> void put(Map<Area, T> memory, Area area, T what) {
    memory.remove(area);
    memory.put(area, what);
  }

  /** Forgets what was learned first once it is full. */
  private static final class Latest<T> extends LinkedHashMap<Area, T> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Area, T> eldest) {
      return size() > MAX_AREAS;
    }
  }
}
