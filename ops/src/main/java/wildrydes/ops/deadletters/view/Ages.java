package wildrydes.ops.deadletters.view;

import java.time.Duration;

/** Spans of time in one or two units, as people say them. */
public final class Ages {

  private Ages() {}

  public static String of(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    if (seconds < 24 * 3600) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
    return seconds / (24 * 3600) + " d " + seconds % (24 * 3600) / 3600 + " h";
  }
}
