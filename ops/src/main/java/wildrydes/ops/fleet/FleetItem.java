package wildrydes.ops.fleet;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.aws.UnicornItem;

/** Reads items of the unicorns table as an operator sees them: also those that are damaged. */
final class FleetItem {

  private FleetItem() {}

  static FleetEntry read(Map<String, AttributeValue> item) {
    Stall stall = stall(item);
    try {
      var placed = new PlacedUnicorn(UnicornItem.unicorn(item), UnicornItem.location(item));
      return new FleetEntry.Standing(stall, placed, lease(item));
    } catch (IllegalArgumentException e) {
      return new FleetEntry.Damaged(stall, String.valueOf(e.getMessage()));
    }
  }

  static Stall stall(Map<String, AttributeValue> item) {
    return new Stall(text(item, "Cell").orElse(""), text(item, "Spot").orElse(""));
  }

  static Map<String, AttributeValue> key(Stall stall) {
    return Map.of(
        "Cell", AttributeValue.fromS(stall.cell()), "Spot", AttributeValue.fromS(stall.spot()));
  }

  /** The last lease, perhaps long over; nothing where none can be read. */
  static Optional<Lease> lease(Map<String, AttributeValue> item) {
    try {
      return UnicornItem.busyUntil(item).map(until -> new Lease(until, text(item, "RideId")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }
}
