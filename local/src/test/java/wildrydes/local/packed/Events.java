package wildrydes.local.packed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import wildrydes.emulators.StackSettings;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.RideRequested;

/** Events as AWS sends them, and messages to put into them. */
final class Events {

  private static final JsonMapper JSON = new JsonMapper();
  private static final MessageCodec CODEC = new MessageCodec();

  private Events() {}

  /** The classic sample's own event: a rider asks for a ride. */
  static String classic() throws IOException {
    return Files.readString(
        StackSettings.repositoryTemplate().resolveSibling("events/TestRequestEvent.json"));
  }

  /** A rider asks for a ride, in a way that can be repeated. */
  static String asking(String rider, String idempotencyKey, Location pickup) throws IOException {
    var event = (ObjectNode) JSON.readTree(classic());
    ((ObjectNode) event.get("headers")).put("Idempotency-Key", idempotencyKey);
    ((ObjectNode) event.at("/requestContext/authorizer/claims")).put("cognito:username", rider);
    var body = JSON.createObjectNode();
    body.putObject("PickupLocation")
        .put("Latitude", pickup.latitude())
        .put("Longitude", pickup.longitude());
    return event.put("body", body.toString()).toString();
  }

  /** The same rider looks at a ride. */
  static String look(String rideId) throws IOException {
    var event = (ObjectNode) JSON.readTree(classic());
    event.put("path", "/ride/" + rideId).put("httpMethod", "GET").putNull("body");
    event.putObject("pathParameters").put("rideId", rideId);
    return event.toString();
  }

  /** Each body as the first delivery of a message; the ids are 0, 1, 2 and so on. */
  static String batch(String queueArn, List<String> bodies) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (String body : bodies) {
      var record = records.addObject();
      record.put("messageId", Integer.toString(records.size() - 1));
      record.put("receiptHandle", UUID.randomUUID().toString());
      record.put("body", body);
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", "1")
          .put("SentTimestamp", Long.toString(Instant.now().toEpochMilli()))
          .put("SenderId", "AIDAIENQZJOLO23YVJ4VO")
          .put("ApproximateFirstReceiveTimestamp", Long.toString(Instant.now().toEpochMilli()));
      var attribute = record.putObject("messageAttributes").putObject("RideId");
      attribute.put("stringValue", "a ride's id").put("dataType", "String");
      attribute.putArray("stringListValues");
      attribute.putArray("binaryListValues");
      record.put("md5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3");
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", queueArn.split(":", -1)[3]);
    }
    return event.toString();
  }

  /** How many messages of an event were delivered before. */
  static int redelivered(String event) throws IOException {
    var records = JSON.readTree(event).path("Records").valueStream();
    return (int)
        records
            .map(record -> record.at("/attributes/ApproximateReceiveCount").asInt())
            .filter(count -> count > 1)
            .count();
  }

  static String request(RideId ride, Location pickup) {
    return CODEC.write(new RideRequested(ride, "alice", pickup, now()));
  }

  static String unassigned(RideId ride) {
    return CODEC.write(new RideUnassigned(ride, now(), now()));
  }

  /** What no function can read, with this text in it. */
  static String poison(String text) {
    return "{\"Type\":\"RideDreamt\",\"Of\":\"" + text + UUID.randomUUID() + "\"}";
  }

  static RideId anyRide() {
    byte[] bytes = new byte[16];
    new Random().nextBytes(bytes);
    return RideId.of(bytes);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
