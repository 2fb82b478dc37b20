package wildrydes.ops;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** Requests of rides, as they lie among the dead letters. */
final class DeadRides {

  static final double LATITUDE = 47.6175;
  static final double LONGITUDE = -122.2884;

  private static final MessageCodec CODEC = new MessageCodec();

  private DeadRides() {}

  static RideId ride(int number) {
    return RideId.of(ByteBuffer.allocate(16).putInt(12, number).array());
  }

  static String request(int number) {
    return CODEC.write(
        new RideRequested(
            ride(number),
            "alice",
            new Location(LATITUDE, LONGITUDE),
            Instant.parse("2026-03-01T12:00:00Z")));
  }

  /** A request that its consumer cannot read. */
  static String unreadable(int number) {
    return request(number).replace("\"Version\":1", "\"Version\":7");
  }

  /** As a function puts it among the dead letters, with this reason. */
  static Map<String, String> because(String reason, int number) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("Reason", reason);
    attributes.put("Detail", "unknown Version of RideRequested");
    attributes.put("RideId", ride(number).value());
    return attributes;
  }
}
