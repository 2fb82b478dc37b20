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

  private final int limit;
  private final InstantSource clock;
  private final Map<Area, Instant> denseUntil = new Latest();
  private final Map<Area, Instant> takenUntil = new Latest();

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
      put(takenUntil, look.area(), look.nextFree());
    } else {
      takenUntil.remove(look.area());
    }
  }

  /** Whether the area is better read in parts. */
  synchronized boolean isDense(Area area) {
    Instant end = denseUntil.get(area);
    return end != null && clock.instant().isBefore(end);
  }

  /** Whether nobody there can be free when leases that ended before {@code now} are over. */
  synchronized boolean isTaken(Area area, Instant now) {
    Instant end = takenUntil.get(area);
    return end != null && !end.isBefore(now);
  }

  private static void put(Map<Area, Instant> memory, Area area, Instant until) {
    memory.remove(area);
    memory.put(area, until);
  }

  /** Forgets what was learned first once it is full. */
  private static final class Latest extends LinkedHashMap<Area, Instant> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Area, Instant> eldest) {
      return size() > MAX_AREAS;
    }
  }
}
