package wildrydes.benchmarks.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import wildrydes.messages.Location;

/**
 * Places in a city of 40 by 40 km.
 *
 * @param clustered whether four of five are around one of eight centers, within a few kilometers
 * @param latitude of its center, in degrees
 */
public record City(boolean clustered, long seed, double latitude) {

  /** Seattle's. */
  static final double LATITUDE = 47.6;

  private static final double LONGITUDE = -122.3;
  private static final double KILOMETERS = 40;
  private static final double KILOMETERS_PER_DEGREE = 111.195;
  private static final int CENTERS = 8;

  /** How far around a center: a standard deviation, as a share of the city. */
  private static final double SPREAD = 0.04;

  public City(boolean clustered, long seed) {
    this(clustered, seed, LATITUDE);
  }

  /** How wide a cell is here: five characters of a geohash have 13 bits of the longitude. */
  double cellKilometers() {
    return 360.0 / (1 << 13) * KILOMETERS_PER_DEGREE * Math.cos(Math.toRadians(latitude));
  }

  /** So many places; the same seed gives the same. */
  public List<Location> places(int count, long salt) {
    var centers = new SplittableRandom(seed);
    double[][] around = new double[CENTERS][2];
    for (double[] center : around) {
      center[0] = centers.nextDouble();
      center[1] = centers.nextDouble();
    }
    var random = new SplittableRandom(seed * 31 + salt);
    List<Location> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (clustered && random.nextInt(5) > 0) {
        double[] center = around[random.nextInt(CENTERS)];
        places.add(at(near(center[0], random), near(center[1], random)));
      } else {
        places.add(at(random.nextDouble(), random.nextDouble()));
      }
    }
    return places;
  }

  private static double near(double center, SplittableRandom random) {
    return Math.clamp(center + random.nextGaussian() * SPREAD, 0, 1);
  }

  private Location at(double northing, double easting) {
    double height = KILOMETERS / KILOMETERS_PER_DEGREE;
    double width = height / Math.cos(Math.toRadians(latitude));
    return new Location(latitude + (northing - 0.5) * height, LONGITUDE + (easting - 0.5) * width);
  }
}
