package wildrydes.dispatcher;

import ch.hsr.geohash.GeoHash;
import wildrydes.messages.Location;

/**
 * The piece of Earth whose unicorns one query reads: a geohash of five characters, at most 4.9 by
 * 4.9 km. Toward the poles such cells shrink to slivers of which a search would need thousands, so
 * within 5.625 degrees of a pole a cell is a geohash of two characters.
 *
 * @param geohash the partition key of the cell's unicorns
 */
public record Cell(String geohash) {

  private static final int CHARACTERS = 5;
  private static final int POLAR_CHARACTERS = 2;

  /** How far from the equator the polar cells begin: the edge of the last two-character row. */
  static final double POLAR_LATITUDE = 90 - 180.0 / 32;

  /** Whether it lies at a pole. */
  boolean isPolar() {
    return geohash.length() == POLAR_CHARACTERS;
  }

  public static Cell of(Location place) {
    return at(place.latitude(), place.longitude());
  }

  static Cell at(double latitude, double longitude) {
    // As in any geohash, a place on the edge belongs to the northern cell.
    boolean polar = latitude >= POLAR_LATITUDE || latitude < -POLAR_LATITUDE;
    return new Cell(
        GeoHash.geoHashStringWithCharacterPrecision(
            latitude, longitude, polar ? POLAR_CHARACTERS : CHARACTERS));
  }
}
