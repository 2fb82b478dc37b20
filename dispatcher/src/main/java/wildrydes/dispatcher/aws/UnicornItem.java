package wildrydes.dispatcher.aws;

import ch.hsr.geohash.GeoHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/** A unicorn as an item of the unicorns table. */
public final class UnicornItem {

  private static final int SPOT_CHARACTERS = 8;

  private UnicornItem() {}

  /** The item of a unicorn that nobody has. */
  public static Map<String, AttributeValue> of(Unicorn unicorn, Location location) {
    String hash =
        GeoHash.geoHashStringWithCharacterPrecision(
            location.latitude(), location.longitude(), SPOT_CHARACTERS);
    Map<String, AttributeValue> item =
        new HashMap<>(key(Cell.of(location), hash + "#" + unicorn.name()));
    item.put("Name", AttributeValue.fromS(unicorn.name()));
    item.put("Color", AttributeValue.fromS(unicorn.color()));
    item.put("Gender", AttributeValue.fromS(unicorn.gender()));
    item.put("Latitude", AttributeValue.fromN(Double.toString(location.latitude())));
    item.put("Longitude", AttributeValue.fromN(Double.toString(location.longitude())));
    return item;
  }

  static Map<String, AttributeValue> key(Cell cell, String spot) {
    return Map.of("Cell", AttributeValue.fromS(cell.geohash()), "Spot", AttributeValue.fromS(spot));
  }

  /**
   * The unicorn as a search for the ride sees it.
   *
   * @throws IllegalArgumentException if the item is not a unicorn's; the message names the
   *     attribute
   */
  static FreeUnicorn read(Map<String, AttributeValue> item, RideId ride, Instant now) {
    return new FreeUnicorn(
        new Cell(text(item, "Cell")),
        text(item, "Spot"),
        unicorn(item),
        location(item),
        leaseOf(item, ride).filter(until -> !until.isBefore(now)).isPresent());
  }

  /**
   * Who it is.
   *
   * @throws IllegalArgumentException if an attribute is missing; the message names it
   */
  public static Unicorn unicorn(Map<String, AttributeValue> item) {
    return new Unicorn(text(item, "Name"), text(item, "Color"), text(item, "Gender"));
  }

  /**
   * Where it stands.
   *
   * @throws IllegalArgumentException if the item tells no place on Earth
   */
  public static Location location(Map<String, AttributeValue> item) {
    return new Location(number(item, "Latitude"), number(item, "Longitude"));
  }

  /** Until when the ride has the unicorn, if it is this ride that has it. */
  static Optional<Instant> leaseOf(Map<String, AttributeValue> item, RideId ride) {
    return belongsTo(item, ride) ? busyUntil(item) : Optional.empty();
  }

  /** Until when a ride other than this one has the unicorn, if one has it at {@code now}. */
  static Optional<Instant> leaseOfAnother(
      Map<String, AttributeValue> item, RideId ride, Instant now) {
    return belongsTo(item, ride)
        ? Optional.empty()
        : busyUntil(item).filter(until -> !until.isBefore(now));
  }

  /** Until when some ride has, or had, the unicorn. */
  public static Optional<Instant> busyUntil(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("BusyUntil"))
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis.n())));
  }

  private static boolean belongsTo(Map<String, AttributeValue> item, RideId ride) {
    return item.containsKey("RideId") && ride.value().equals(item.get("RideId").s());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalArgumentException(name + " is missing or no text");
    }
    return value.s();
  }

  private static double number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalArgumentException(name + " is missing or no number");
    }
    return Double.parseDouble(value.n());
  }
}
