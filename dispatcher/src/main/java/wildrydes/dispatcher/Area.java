package wildrydes.dispatcher;

import ch.hsr.geohash.GeoHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The piece of Earth whose unicorns one query reads: a whole cell, or, where many stand, a
 * thirty-second of one, or a thirty-second of that: at most 0.6 km high and 1.2 km wide, or 150
 * meters square.
 *
 * @param prefix what the spots in it begin with; empty for the whole cell
 */
public record Area(Cell cell, String prefix) {

  /** Who crowds into 150 meters is read as a whole: smaller parts would rarely save a read. */
  private static final int SMALLEST_CHARACTERS = 7;

  public static Area whole(Cell cell) {
    return new Area(cell, "");
  }

  /** Whether it can be read in parts; at a pole, a cell would fall into too many. */
  public boolean isDivisible() {
    return !cell.isPolar() && geohash().length() < SMALLEST_CHARACTERS;
  }

  public boolean isWhole() {
    return prefix.isEmpty();
  }

  /** A piece of an area, and where it is. */
  record Part(Area area, Box box) {}

  /** What the area falls into if it covers {@code box}: a geohash with a character more each. */
  List<Part> parts(Box box) {
    int characters = geohash().length() + 1;
    // Of the five bits of a character, longitude has three and latitude two, then the reverse.
    int rows = characters % 2 == 0 ? 8 : 4;
    int columns = 32 / rows;
    double height = (box.north() - box.south()) / rows;
    double width = (box.east() - box.west()) / columns;
    List<Part> parts = new ArrayList<>(rows * columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double south = box.south() + row * height;
        double west = box.west() + column * width;
        String geohash =
            GeoHash.geoHashStringWithCharacterPrecision(
                south + height / 2, west + width / 2, characters);
        // Halves of powers of two: the edges are exact.
        parts.add(
            new Part(new Area(cell, geohash), new Box(south, south + height, west, west + width)));
      }
    }
    return parts;
  }

  private String geohash() {
    return isWhole() ? cell.geohash() : prefix;
  }
}
