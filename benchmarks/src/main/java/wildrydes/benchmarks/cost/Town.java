package wildrydes.benchmarks.cost;

import java.util.random.RandomGenerator;
import wildrydes.messages.Location;

/**
 * A square on the equator.
 *
 * @param corner its south-western one
 * @param kilometers how wide it is
 */
public record Town(Location corner, double kilometers, RandomGenerator random) {

  private static final double KILOMETERS_PER_DEGREE = 111.2;

  /** Anywhere in it. */
  public Location somewhere() {
    return new Location(
        corner.latitude() + random.nextDouble(kilometers) / KILOMETERS_PER_DEGREE,
        corner.longitude() + random.nextDouble(kilometers) / KILOMETERS_PER_DEGREE);
  }

  /** Anywhere in a street, half a kilometer long, in the middle of it. */
  public Location inTheStreet() {
    double along = kilometers / 2 + random.nextDouble(0.5);
    return new Location(
        corner.latitude() + kilometers / 2 / KILOMETERS_PER_DEGREE,
        corner.longitude() + along / KILOMETERS_PER_DEGREE);
  }
}
