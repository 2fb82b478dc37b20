package wildrydes.benchmarks.searching;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LatLngRect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import wildrydes.messages.Location;

/**
 * How many queries a circle takes in awslabs' dynamodb-geo, reckoned as that library does: the
 * circle's bounding box is covered by going down from the six faces of S2 through all cells that
 * touch it, until three or four of a cell's children do; neighbouring ranges of ids are put
 * together, and a range is split where the first six digits of the id, the partition key, change.
 * It finds whoever is in the circle, and not the nearest.
 */
final class GeoCovering {

  private static final int HASH_KEY_LENGTH = 6;
  private static final int MERGE_THRESHOLD = 2;
  private static final double EARTH_METERS = 6_371_008.8;

  private record Range(long from, long to) {}

  private GeoCovering() {}

  static int queries(Location center, double radiusMeters) {
    List<Range> merged = new ArrayList<>();
    for (S2CellId cell : covering(box(center, radiusMeters))) {
      var range = new Range(cell.rangeMin().id(), cell.rangeMax().id());
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && range.from() - last.to() <= MERGE_THRESHOLD) {
        merged.set(merged.size() - 1, new Range(last.from(), range.to()));
      } else {
        merged.add(range);
      }
    }
    return merged.stream().mapToInt(GeoCovering::partitions).sum();
  }

  private static S2LatLngRect box(Location center, double radiusMeters) {
    var middle = S2LatLng.fromDegrees(center.latitude(), center.longitude());
    double north = S1Angle.radians(radiusMeters / EARTH_METERS).degrees();
    double east = north / Math.cos(Math.toRadians(center.latitude()));
    return S2LatLngRect.fromCenterSize(middle, S2LatLng.fromDegrees(2 * north, 2 * east));
  }

  private static List<S2CellId> covering(S2LatLngRect box) {
    List<S2CellId> covering = new ArrayList<>();
    Queue<S2CellId> open = new ArrayDeque<>();
    for (int face = 0; face < 6; face++) {
      var cell = S2CellId.fromFacePosLevel(face, 0, 0);
      if (box.intersects(new S2Cell(cell))) {
        open.add(cell);
      }
    }
    while (!open.isEmpty()) {
      S2CellId parent = open.remove();
      List<S2CellId> touched = touched(parent, box);
      switch (touched.size()) {
        case 4 -> covering.add(parent);
        case 3 -> covering.addAll(touched);
        default -> touched.forEach(child -> (child.isLeaf() ? covering : open).add(child));
      }
    }
    covering.sort(null);
    return covering;
  }

  private static List<S2CellId> touched(S2CellId parent, S2LatLngRect box) {
    List<S2CellId> touched = new ArrayList<>();
    for (S2CellId child = parent.childBegin();
        !child.equals(parent.childEnd());
        child = child.next()) {
      if (box.intersects(new S2Cell(child))) {
        touched.add(child);
      }
    }
    return touched;
  }

  private static int partitions(Range range) {
    return (int) Math.abs(partition(range.to()) - partition(range.from())) + 1;
  }

  private static long partition(long id) {
    int digits = Long.toString(id).length();
    int kept = id < 0 ? HASH_KEY_LENGTH + 1 : HASH_KEY_LENGTH;
    return id / (long) Math.pow(10, digits - kept);
  }
}
