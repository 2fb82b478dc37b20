package wildrydes.ops.fleet.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import wildrydes.ops.fleet.FleetEntry;

/** The fleet in the form of a fleet file, one unicorn a line; the busy ones say until when. */
final class FleetJson {

  private static final JsonMapper JSON = new JsonMapper();

  private FleetJson() {}

  static String of(List<FleetEntry.Standing> unicorns, Instant now) {
    return unicorns.stream()
        .map(unicorn -> "  " + json(unicorn, now))
        .collect(joining(",\n", "[\n", "\n]"));
  }

  private static ObjectNode json(FleetEntry.Standing standing, Instant now) {
    var unicorn = standing.placed().unicorn();
    var location = standing.placed().location();
    ObjectNode json =
        JSON.createObjectNode()
            .put("Name", unicorn.name())
            .put("Color", unicorn.color())
            .put("Gender", unicorn.gender())
            .put("Latitude", location.latitude())
            .put("Longitude", location.longitude());
    standing
        .leaseAt(now)
        .ifPresent(
            lease -> {
              json.put("BusyUntil", lease.until().toString());
              lease.rideId().ifPresent(ride -> json.put("RideId", ride));
            });
    return json;
  }
}
