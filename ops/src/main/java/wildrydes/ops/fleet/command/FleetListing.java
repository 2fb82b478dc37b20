package wildrydes.ops.fleet.command;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import wildrydes.messages.Location;
import wildrydes.ops.fleet.FleetEntry;
import wildrydes.ops.terminal.PlainText;
import wildrydes.ops.terminal.Times;

/** The fleet as a table for people. */
final class FleetListing {

  private FleetListing() {}

  /**
   * One line a unicorn, in the order given.
   *
   * @param near where distances are measured from
   */
  static String of(List<FleetEntry.Standing> unicorns, Optional<Location> near, Instant now) {
    List<ColumnData<FleetEntry.Standing>> columns = new ArrayList<>();
    columns.add(left("NAME", FleetEntry.Standing::name));
    columns.add(left("COLOR", unicorn -> unicorn.placed().unicorn().color()));
    columns.add(left("GENDER", unicorn -> unicorn.placed().unicorn().gender()));
    columns.add(right("LATITUDE", unicorn -> degrees(unicorn.placed().location().latitude())));
    columns.add(right("LONGITUDE", unicorn -> degrees(unicorn.placed().location().longitude())));
    near.ifPresent(
        from -> columns.add(right("KM", unicorn -> kilometers(Distance.meters(from, unicorn)))));
    columns.add(left("STATE", unicorn -> state(unicorn, now)));
    return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, unicorns, columns);
  }

  private static String state(FleetEntry.Standing unicorn, Instant now) {
    return unicorn
        .leaseAt(now)
        .map(
            lease ->
                "busy until "
                    + Times.of(lease.until())
                    + lease.rideId().map(ride -> " with ride " + ride).orElse(""))
        .orElse("free");
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.5f", degrees);
  }

  private static String kilometers(double meters) {
    return Double.isNaN(meters) ? "far" : String.format(Locale.ROOT, "%.2f", meters / 1000);
  }

  private static ColumnData<FleetEntry.Standing> left(
      String header, Function<FleetEntry.Standing, String> cell) {
    return column(header, HorizontalAlign.LEFT, cell);
  }

  private static ColumnData<FleetEntry.Standing> right(
      String header, Function<FleetEntry.Standing, String> cell) {
    return column(header, HorizontalAlign.RIGHT, cell);
  }

  private static ColumnData<FleetEntry.Standing> column(
      String header, HorizontalAlign align, Function<FleetEntry.Standing, String> cell) {
    return new Column()
        .header(header)
        .headerAlign(align)
        .dataAlign(align)
        .with(unicorn -> PlainText.of(cell.apply(unicorn)));
  }
}
