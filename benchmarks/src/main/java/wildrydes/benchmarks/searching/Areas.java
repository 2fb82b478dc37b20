package wildrydes.benchmarks.searching;

import java.util.List;
import java.util.stream.Stream;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;

/** Which areas a unicorn is found in. */
public final class Areas {

  private Areas() {}

  /** The cell, and its parts that the spot lies in. */
  public static List<Area> of(Cell cell, String spot) {
    return Stream.of("", spot.substring(0, 6), spot.substring(0, 7))
        .map(prefix -> new Area(cell, prefix))
        .toList();
  }
}
