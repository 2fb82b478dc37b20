package wildrydes.requestapi.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;

/** A ride as an item of the rides table; the names are the classic sample's where it had them. */
final class RideItem {

  private static final String REQUESTED = "REQUESTED";

  /** Of a ride that nobody has decided. */
  private static final AttributeValue NO_STAGES = AttributeValue.fromL(List.of());

  private RideItem() {}

  static Map<String, AttributeValue> of(Ride requested, Instant expiry) {
    return Map.of(
        "RideId", AttributeValue.fromS(requested.id().value()),
        "User", AttributeValue.fromS(requested.rider()),
        "Status", AttributeValue.fromS(REQUESTED),
        "PickupLocation", place(requested.pickupLocation()),
        "RequestTime", AttributeValue.fromS(requested.requestTime().toString()),
        "ExpiresAt", seconds(expiry));
  }

  static Map<String, AttributeValue> key(RideId id) {
    return Map.of("RideId", AttributeValue.fromS(id.value()));
  }

  static RideId id(Map<String, AttributeValue> item) {
    return new RideId(get(item, "RideId").s());
  }

  static boolean isRequested(Map<String, AttributeValue> item) {
    return REQUESTED.equals(get(item, "Status").s());
  }

  static AttributeValue seconds(Instant time) {
    return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
  }

  static boolean expired(Map<String, AttributeValue> item, Instant now) {
    return Long.parseLong(get(item, "ExpiresAt").n()) < now.getEpochSecond();
  }

  /** The ride that {@link #of} and the recorder have written; a damaged item is a bug. */
  static Ride read(Map<String, AttributeValue> item) {
    var pickup = get(item, "PickupLocation").m();
    return new Ride(
        id(item),
        get(item, "User").s(),
        new Location(number(pickup, "Latitude"), number(pickup, "Longitude")),
        Instant.parse(get(item, "RequestTime").s()),
        status(item),
        item.getOrDefault("Timeline", NO_STAGES).l().stream().map(RideItem::stage).toList());
  }

  private static Stage stage(AttributeValue stage) {
    return new Stage(
        Stage.Name.valueOf(get(stage.m(), "Stage").s()), Instant.parse(get(stage.m(), "Time").s()));
  }

  private static Status status(Map<String, AttributeValue> item) {
    String status = get(item, "Status").s();
    return switch (status) {
      case REQUESTED -> new Status.Requested();
      case "ASSIGNED" -> {
        var unicorn = get(item, "Unicorn").m();
        yield new Status.Assigned(
            new Unicorn(
                get(unicorn, "Name").s(), get(unicorn, "Color").s(), get(unicorn, "Gender").s()),
            number(item, "PickupMeters"),
            Long.parseLong(get(item, "EtaSeconds").n()));
      }
      case "UNASSIGNED" -> new Status.Unassigned();
      case "FAILED" -> new Status.Failed(get(item, "FailureReason").s());
      default -> throw new IllegalStateException("no status of a ride: " + status);
    };
  }

  private static AttributeValue place(Location location) {
    return AttributeValue.fromM(
        Map.of(
            "Latitude", AttributeValue.fromN(Double.toString(location.latitude())),
            "Longitude", AttributeValue.fromN(Double.toString(location.longitude()))));
  }

  private static double number(Map<String, AttributeValue> item, String name) {
    return Double.parseDouble(get(item, name).n());
  }

  private static AttributeValue get(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("a ride's item lacks " + name);
    }
    return value;
  }
}
