package wildrydes.simulation.checks;

import wildrydes.messages.Location;

/** Distances by another formula than the product's, so that one holds against the other. */
final class Distance {

  /** The mean radius that the IUGG names. */
  private static final double EARTH_METERS = 6_371_008.8;

  private Distance() {}

  /** The haversine distance. */
  static double meters(Location from, double latitude, double longitude) {
    double phi1 = Math.toRadians(from.latitude());
    double phi2 = Math.toRadians(latitude);
    double a =
        square(Math.sin((phi2 - phi1) / 2))
            + Math.cos(phi1)
                * Math.cos(phi2)
                * square(Math.sin(Math.toRadians(longitude - from.longitude()) / 2));
    return 2 * EARTH_METERS * Math.asin(Math.sqrt(Math.min(1, a)));
  }

  private static double square(double x) {
    return x * x;
  }
}
