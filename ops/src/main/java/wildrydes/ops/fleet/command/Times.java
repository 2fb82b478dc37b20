package wildrydes.ops.fleet.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as commands show them: UTC, to the second. */
final class Times {

  private Times() {}

  static String of(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
