package wildrydes.dispatcher;

import static java.lang.Math.floor;
import static java.lang.Math.max;
import static java.lang.Math.min;

import java.util.ArrayList;
import java.util.List;
import wildrydes.messages.Location;

/**
 * Lists the cells around a place. However far north or south the place is, the cells within ten
 * kilometers of it are fewer than 300.
 */
final class CellGrid {

  /** An area, what it covers, and how near to the place its nearest point is. */
  record Near(Area area, Box box, double meters) {}

  /** Cells between two parallels, all of one size; {@code columns} of them go around the Earth. */
  private record Row(double south, double north, int columns) {

    double width() {
      return 360.0 / columns;
    }

    Box box(int column) {
      double west = -180 + column * width();
      return new Box(south, north, west, west + width());
    }
  }

  private static final double ROW_HEIGHT = 180.0 / 4096;
  private static final int COLUMNS = 8192;
  private static final int POLAR_COLUMNS = 32;

  private CellGrid() {}

  /** Every cell with a point within {@code meters} of {@code place}. */
  static List<Near> around(Location place, double meters) {
    double reach = Earth.reachInLongitude(place.latitude(), meters);
    List<Near> cells = new ArrayList<>();
    for (Row row : rows(place.latitude(), Earth.degreesOfLatitude(meters))) {
      // A column more to each side, for what rounding may cut off; the distance decides.
      long first = (long) floor((place.longitude() - reach + 180) / row.width()) - 1;
      long last = (long) floor((place.longitude() + reach + 180) / row.width()) + 1;
      last = min(last, first + row.columns() - 1);
      for (long column = first; column <= last; column++) {
        Box box = row.box((int) Math.floorMod(column, (long) row.columns()));
        double distance = Earth.meters(place, box);
        if (distance <= meters) {
          cells.add(new Near(Area.whole(cellOf(box)), box, distance));
        }
      }
    }
    return cells;
  }

  /** The parts of an area with a point within {@code meters} of {@code place}. */
  static List<Near> partsOf(Near area, Location place, double meters) {
    return area.area().parts(area.box()).stream()
        .map(part -> new Near(part.area(), part.box(), Earth.meters(place, part.box())))
        .filter(part -> part.meters() <= meters)
        .toList();
  }

  private static Cell cellOf(Box box) {
    return Cell.at((box.south() + box.north()) / 2, (box.west() + box.east()) / 2);
  }

  private static List<Row> rows(double latitude, double reach) {
    double southEnd = latitude - reach - ROW_HEIGHT;
    double northEnd = latitude + reach + ROW_HEIGHT;
    List<Row> rows = new ArrayList<>();
    if (southEnd < -Cell.POLAR_LATITUDE) {
      rows.add(new Row(-90, -Cell.POLAR_LATITUDE, POLAR_COLUMNS));
    }
    double south = max(southEnd, -Cell.POLAR_LATITUDE);
    double north = min(northEnd, Cell.POLAR_LATITUDE);
    for (long row = rowOf(south); row * ROW_HEIGHT - 90 < north; row++) {
      rows.add(new Row(row * ROW_HEIGHT - 90, (row + 1) * ROW_HEIGHT - 90, COLUMNS));
    }
    if (northEnd > Cell.POLAR_LATITUDE) {
      rows.add(new Row(Cell.POLAR_LATITUDE, 90, POLAR_COLUMNS));
    }
    return rows;
  }

  private static long rowOf(double latitude) {
    return (long) floor((latitude + 90) / ROW_HEIGHT);
  }
}
