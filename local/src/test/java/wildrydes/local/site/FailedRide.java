package wildrydes.local.site;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.local.LocalPipeline;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** A ride that was given up: its record says so, and its request is a dead letter. */
final class FailedRide {

  private FailedRide() {}

  /**
   * Puts both where they belong and returns the ride's id.
   *
   * @param reason why it failed, which is its message's cause then
   */
  static String put(LocalPipeline pipeline, Location pickup, String rider, String reason) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 21) + "A";
    Instant requested = Instant.now();
    var stack = pipeline.stack();
    stack
        .dynamoDb()
        .putItem(
            p ->
                p.tableName(stack.tableName("RidesTable"))
                    .item(
                        Map.of(
                            "RideId", text(id),
                            "User", text(rider),
                            "RequestTime", text(requested.toString()),
                            "ExpiresAt", AttributeValue.fromN("99999999999"),
                            "Status", text("FAILED"),
                            "FailureReason", text(reason),
                            "PickupLocation",
                                AttributeValue.fromM(
                                    Map.of(
                                        "Latitude", AttributeValue.fromN("" + pickup.latitude()),
                                        "Longitude",
                                            AttributeValue.fromN("" + pickup.longitude()))))));
    var message = new RideRequested(RideId.parse(id).orElseThrow(), rider, pickup, requested);
    stack
        .sqs()
        .sendMessage(
            s ->
                s.queueUrl(stack.queueUrl("RideRequestDeadLetterQueue"))
                    .messageBody(new MessageCodec().write(message)));
    return id;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
