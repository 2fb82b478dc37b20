package wildrydes.dispatcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which cells are so crowded that they are better read in parts. A cell is found to be by the first
 * search that reads it, and is remembered for a while, for the fleet moves slowly. What is not
 * remembered costs that one read again, and nothing else.
 */
public final class DenseCells {

  /**
   * Unicorns in a cell, busy ones included, beyond which parts are cheaper: up to there a cell is
   * about four read units at most, and several parts would be as many.
   */
  private static final int LIMIT = 256;

  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MAX_CELLS = 10_000;

  private final int limit;
  private final InstantSource clock;
  private final Map<Cell, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cell, Instant> eldest) {
          return size() > MAX_CELLS;
        }
      };

  /** Knows of none yet. */
  public DenseCells(InstantSource clock) {
    this(LIMIT, clock);
  }

  DenseCells(int limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Of how many unicorns a cell is dense. */
  int limit() {
    return limit;
  }

  synchronized boolean contains(Cell cell) {
    Instant end = until.get(cell);
    return end != null && clock.instant().isBefore(end);
  }

  synchronized void add(Cell cell) {
    until.remove(cell);
    until.put(cell, clock.instant().plus(MEMORY));
  }
}
