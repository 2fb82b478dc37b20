package wildrydes.local.faults;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long and with which seed to run: what {@code local/soak} sets and {@code verify} does not.
 */
final class Soak {

  private Soak() {}

  /** Rides under faults. */
  static int rides() {
    return Integer.getInteger("soak.rides", 1_000);
  }

  /** Seconds at full throttle. */
  static int seconds() {
    return Integer.getInteger("soak.seconds", 10);
  }

  /** The seed of everything that is chosen; printed, so that a run can be had again. */
  static long seed() {
    long seed = Long.getLong("soak.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
    System.out.println(
        "The seed is " + seed + ": -Dsoak.seed=" + seed + " chooses the same again.");
    return seed;
  }
}
