package wildrydes.ops.terminal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as commands show them: UTC, to the second. */
public final class Times {

  private Times() {}

  public static String of(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
