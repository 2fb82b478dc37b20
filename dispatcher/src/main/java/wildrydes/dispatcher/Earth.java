package wildrydes.dispatcher;

import static java.lang.Math.asin;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import wildrydes.messages.Location;

/** Distances along great circles of a sphere, in meters; the ellipsoid differs by up to 0.5 %. */
final class Earth {

  /** The mean radius (IUGG). */
  private static final double RADIUS_METERS = 6_371_008.8;

  private Earth() {}

  static double meters(Location from, Location to) {
    return meters(from.latitude(), to.latitude(), to.longitude() - from.longitude());
  }

  /** From {@code place} to the nearest point of {@code box}; 0 inside it. */
  static double meters(Location place, Box box) {
    double latitude = place.latitude();
    if (box.spansLongitude(place.longitude())) {
      double nearest = max(box.south(), min(box.north(), latitude));
      return meters(latitude, nearest, 0);
    }
    // Seen from outside its longitudes, the nearest point of a box lies on its west or east edge.
    return min(
        metersToMeridian(latitude, box, box.west() - place.longitude()),
        metersToMeridian(latitude, box, box.east() - place.longitude()));
  }

  /**
   * Degrees of longitude that a circle around a place at {@code latitude} can reach to each side.
   */
  static double reachInLongitude(double latitude, double meters) {
    double reach = sin(min(meters / RADIUS_METERS, Math.PI / 2)) / cos(toRadians(latitude));
    boolean holdsAPole = Math.abs(latitude) + degreesOfLatitude(meters) >= 90;
    return holdsAPole || reach >= 1 ? 180 : toDegrees(asin(reach));
  }

  static double degreesOfLatitude(double meters) {
    return toDegrees(meters / RADIUS_METERS);
  }

  private static double metersToMeridian(double latitude, Box box, double longitudes) {
    double ends =
        min(meters(latitude, box.south(), longitudes), meters(latitude, box.north(), longitudes));
    // Where the great circle square to the meridian meets it.
    double phi = toRadians(latitude);
    double foot = toDegrees(atan2(sin(phi), cos(phi) * cos(toRadians(longitudes))));
    return box.south() < foot && foot < box.north()
        ? min(ends, meters(latitude, foot, longitudes))
        : ends;
  }

  private static double meters(double latitude, double otherLatitude, double longitudes) {
    double byLatitude = sin(toRadians(otherLatitude - latitude) / 2);
    double byLongitude = sin(toRadians(longitudes) / 2);
    double haversine =
        byLatitude * byLatitude
            + cos(toRadians(latitude)) * cos(toRadians(otherLatitude)) * byLongitude * byLongitude;
    return 2 * RADIUS_METERS * asin(sqrt(min(1, haversine)));
  }
}
