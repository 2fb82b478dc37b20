package wildrydes.dispatcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which areas are so crowded that they are better read in parts. An area is found to be by the
 * first search that reads it, and is remembered for a while, for the fleet moves slowly. What is
 * not remembered costs that one read again, and nothing else.
 */
public final class DenseAreas {

  /**
   * Unicorns in an area, busy ones included, beyond which it is read in parts: 256 items of about
   * 150 bytes are ten blocks of 4 KB, or five read units; a part is mostly half of one.
   */
  private static final int LIMIT = 256;

  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MAX_AREAS = 10_000;

  private final int limit;
  private final InstantSource clock;
  private final Map<Area, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Area, Instant> eldest) {
          return size() > MAX_AREAS;
        }
      };

  /** Knows of none yet. */
  public DenseAreas(InstantSource clock) {
    this(LIMIT, clock);
  }

  DenseAreas(int limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Of how many unicorns an area is dense. */
  int limit() {
    return limit;
  }

  synchronized boolean contains(Area area) {
    Instant end = until.get(area);
    return end != null && clock.instant().isBefore(end);
  }

  synchronized void add(Area area) {
    until.remove(area);
    until.put(area, clock.instant().plus(MEMORY));
  }
}
