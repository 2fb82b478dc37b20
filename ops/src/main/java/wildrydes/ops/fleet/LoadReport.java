package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.List;

/**
 * What a load did.
 *
 * @param moved those that stood elsewhere or looked different
 * @param busy those that differ from the file but that a ride has: load again later
 * @param unclear names that somebody else was changing, or that the table has twice
 */
public record LoadReport(
    int added, int moved, int unchanged, List<Busy> busy, List<String> unclear) {

  /** A unicorn that a ride has. */
  public record Busy(String name, Instant until) {}

  /** Whether the table now holds all of the file. */
  public boolean complete() {
    return busy.isEmpty() && unclear.isEmpty();
  }
}
