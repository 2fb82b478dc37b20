package wildrydes.benchmarks.searching;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LatLngRect;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.List;
import wildrydes.messages.Location;

/**
 * How many queries the covering of a circle takes in the well-known library dynamodb-geo, as its
 * published code makes it: a covering of the circle's bounding box by S2 cells, neighbouring ranges
 * of ids put together, and each range split where the first six digits of the id, the partition
 * key, change. It finds whoever is in the circle, and not the nearest.
 */
final class GeoCovering {

  private static final int HASH_KEY_LENGTH = 6;
  private static final int MERGE_THRESHOLD = 2;
  private static final double EARTH_METERS = 6_371_008.8;

  private record Range(long from, long to) {}

  private GeoCovering() {}

  static int queries(Location center, double radiusMeters) {
    List<Range> merged = new ArrayList<>();
    for (S2CellId cell : covering(center, radiusMeters)) {
      var range = new Range(cell.rangeMin().id(), cell.rangeMax().id());
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && range.from() - last.to() <= MERGE_THRESHOLD && range.from() > last.to()) {
        merged.set(merged.size() - 1, new Range(last.from(), range.to()));
      } else {
        merged.add(range);
      }
    }
    return merged.stream().mapToInt(GeoCovering::partitions).sum();
  }

  private static List<S2CellId> covering(Location center, double radiusMeters) {
    var middle = S2LatLng.fromDegrees(center.latitude(), center.longitude());
    double north = S1Angle.radians(radiusMeters / EARTH_METERS).degrees();
    double east = north / Math.cos(Math.toRadians(center.latitude()));
    var box = S2LatLngRect.fromCenterSize(middle, S2LatLng.fromDegrees(2 * north, 2 * east));
    var cells = new ArrayList<S2CellId>();
    S2RegionCoverer.builder().build().getCovering(box, cells);
    return cells;
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
