package wildrydes.dispatcher;

import ch.hsr.geohash.GeoHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The piece of Earth whose unicorns one query reads: a whole cell, or a thirty-second of one, at
 * most 0.6 km high and 1.2 km wide, where a cell is crowded.
 *
 * @param prefix what the spots in it begin with; empty for the whole cell
 */
public record Area(Cell cell, String prefix) {

  private static final int ROWS = 8;
  private static final int COLUMNS = 4;

  public static Area whole(Cell cell) {
    return new Area(cell, "");
  }

  /** Whether it can be read in parts; at a pole, a cell would fall into too many. */
  public boolean isDivisible() {
    return isWhole() && !cell.isPolar();
  }

  public boolean isWhole() {
    return prefix.isEmpty();
  }

  /** A piece of a cell, and where it is. */
  record Part(Area area, Box box) {}

  /** What the cell falls into that covers {@code box}: a geohash with a character more each. */
  static List<Part> partsOf(Cell cell, Box box) {
    double height = (box.north() - box.south()) / ROWS;
    double width = (box.east() - box.west()) / COLUMNS;
    List<Part> parts = new ArrayList<>(ROWS * COLUMNS);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double south = box.south() + row * height;
        double west = box.west() + column * width;
        String prefix =
            GeoHash.geoHashStringWithCharacterPrecision(
                south + height / 2, west + width / 2, cell.geohash().length() + 1);
        // Halves of powers of two: the edges are exact.
        parts.add(
            new Part(new Area(cell, prefix), new Box(south, south + height, west, west + width)));
      }
    }
    return parts;
  }
}
