package wildrydes.benchmarks.searching;

import ch.hsr.geohash.BoundingBox;
import ch.hsr.geohash.GeoHash;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import wildrydes.messages.Location;

/**
 * How many five-character cells hold a point within some distance: who knows nothing of any of them
 * must read each to be sure that nobody stands nearer.
 */
final class CellsToRead {

  private static final int CHARACTERS = 5;
  private static final double METERS_PER_DEGREE = Math.toRadians(6_371_008.8);

  private CellsToRead() {}

  static int within(double meters, Location place) {
    Queue<GeoHash> open = new ArrayDeque<>();
    Set<GeoHash> seen = new HashSet<>();
    var home = GeoHash.withCharacterPrecision(place.latitude(), place.longitude(), CHARACTERS);
    open.add(home);
    seen.add(home);
    while (!open.isEmpty()) {
      for (GeoHash neighbour : open.remove().getAdjacent()) {
        if (!seen.contains(neighbour) && meters(place, neighbour.getBoundingBox()) <= meters) {
          seen.add(neighbour);
          open.add(neighbour);
        }
      }
    }
    return seen.size();
  }

  /** To the nearest point; on a plane, which is near enough in one city. */
  private static double meters(Location place, BoundingBox box) {
    double latitude = Math.clamp(place.latitude(), box.getSouthLatitude(), box.getNorthLatitude());
    double longitude =
        Math.clamp(place.longitude(), box.getWestLongitude(), box.getEastLongitude());
    double north = (latitude - place.latitude()) * METERS_PER_DEGREE;
    double east =
        (longitude - place.longitude())
            * METERS_PER_DEGREE
            * Math.cos(Math.toRadians(place.latitude()));
    return Math.hypot(north, east);
  }
}
