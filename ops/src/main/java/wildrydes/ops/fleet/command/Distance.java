package wildrydes.ops.fleet.command;

import ch.hsr.geohash.WGS84Point;
import ch.hsr.geohash.util.VincentyGeodesy;
import wildrydes.messages.Location;
import wildrydes.ops.fleet.FleetEntry;

/** How far off a unicorn is, along the ellipsoid. */
final class Distance {

  private Distance() {}

  /** In meters; NaN for the other side of the Earth, where the formula finds no end. */
  static double meters(Location from, FleetEntry.Standing unicorn) {
    return VincentyGeodesy.distanceInMeters(point(from), point(unicorn.placed().location()));
  }

  private static WGS84Point point(Location location) {
    return new WGS84Point(location.latitude(), location.longitude());
  }
}
