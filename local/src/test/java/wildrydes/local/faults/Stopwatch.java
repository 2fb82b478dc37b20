package wildrydes.local.faults;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the parts of a run took, to be told and not to be judged. */
final class Stopwatch {

  private final Map<String, Double> laps = new LinkedHashMap<>();
  private long since = System.nanoTime();

  /** Ends a part; returns its seconds. */
  double lap(String name) {
    long now = System.nanoTime();
    double seconds = Math.round((now - since) / 1e8) / 10.0;
    laps.put(name, seconds);
    since = now;
    return seconds;
  }

  Map<String, Double> laps() {
    return Collections.unmodifiableMap(laps);
  }
}
