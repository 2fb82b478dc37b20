package wildrydes.local.packed;

import java.util.Random;
import wildrydes.messages.Location;

/** Where the rides are while processes are killed, and how its places would show in a log. */
final class KilledCity {

  /** What no log line may hold: no time of day looks like this. */
  static final String[] TRACES = {"67.89", "138.76", "Latitude", "PickupLocation", "key-"};

  static final Location FAR_AWAY = new Location(67.8911, -148.761);

  private KilledCity() {}

  /** Somewhere within a few hundred meters. */
  static Location place(Random random) {
    return new Location(67.891 + random.nextDouble(0.003), -138.761 - random.nextDouble(0.003));
  }
}
