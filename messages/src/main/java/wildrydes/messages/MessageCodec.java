package wildrydes.messages;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import wildrydes.messages.Fields.WrongField;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;

/**
 * Messages as JSON: one object, PascalCase, {@code Type} and {@code Version} first, times as ISO
 * 8601. Every type is at version 1; a change that a present reader could not ignore is a new one.
 */
public final class MessageCodec {

  private static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .characterEscapes(new QueueableText())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public String write(RideMessage message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("Type", typeOf(message));
    body.put("Version", VERSION);
    body.put("RideId", message.rideId().value());
    switch (message) {
      case RideRequested requested -> put(body, requested);
      case RideAssigned assigned -> put(body, assigned);
      case RideUnassigned unassigned -> putTimes(body, unassigned);
      case RideFailed failed -> {
        body.put("FailureReason", failed.failureReason());
        putTimes(body, failed);
      }
    }
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  private static void put(ObjectNode body, RideRequested requested) {
    body.put("Rider", requested.rider());
    body.putObject("PickupLocation")
        .put("Latitude", requested.pickupLocation().latitude())
        .put("Longitude", requested.pickupLocation().longitude());
    body.put("RequestTime", requested.requestTime().toString());
  }

  private static void put(ObjectNode body, RideAssigned assigned) {
    put(body, assigned.request());
    body.putObject("Unicorn")
        .put("Name", assigned.unicorn().name())
        .put("Color", assigned.unicorn().color())
        .put("Gender", assigned.unicorn().gender());
    body.put("PickupMeters", assigned.pickupMeters());
    body.put("EtaSeconds", assigned.etaSeconds());
    putTimes(body, assigned);
    body.put("LeaseUntil", assigned.leaseUntil().toString());
  }

  private static void putTimes(ObjectNode body, RideOutcome outcome) {
    body.put("DispatchTime", outcome.dispatchTime().toString());
    body.put("DecisionTime", outcome.decisionTime().toString());
  }

  /** Reads what the request queue carries. */
  public RideRequested readRequest(String body) throws UnreadableMessage {
    return read(body, RideRequested.class);
  }

  /** Reads what the outcome queue carries. */
  public RideOutcome readOutcome(String body) throws UnreadableMessage {
    return read(body, RideOutcome.class);
  }

  private static <T extends RideMessage> T read(String body, Class<T> expected)
      throws UnreadableMessage {
    JsonNode tree = parse(body);
    String type = tree.path("Type").asText();
    RideMessage message;
    try {
      message = message(type, tree);
    } catch (WrongField | IllegalArgumentException e) {
      throw unreadable(type + " is incomplete or has a field of the wrong kind", tree);
    }
    if (!expected.isInstance(message)) {
      throw unreadable(type + " does not belong into this queue", tree);
    }
    return expected.cast(message);
  }

  private static RideMessage message(String type, JsonNode tree)
      throws UnreadableMessage, WrongField {
    return switch (type) {
      case "RideRequested" -> requested(fields(type, tree));
      case "RideAssigned" -> assigned(fields(type, tree));
      case "RideUnassigned" -> unassigned(fields(type, tree));
      case "RideFailed" -> failed(fields(type, tree));
      default -> throw unreadable("unknown Type", tree);
    };
  }

  private static Fields fields(String type, JsonNode tree) throws UnreadableMessage {
    JsonNode version = tree.path("Version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw unreadable("unknown Version of " + type, tree);
    }
    return new Fields(tree);
  }

  private static RideRequested requested(Fields fields) throws WrongField {
    Fields pickup = fields.in("PickupLocation");
    return new RideRequested(
        fields.rideId("RideId"),
        fields.text("Rider"),
        new Location(pickup.number("Latitude"), pickup.number("Longitude")),
        fields.time("RequestTime"));
  }

  private static RideAssigned assigned(Fields fields) throws WrongField {
    RideRequested request = requested(fields);
    Fields unicorn = fields.in("Unicorn");
    return new RideAssigned(
        request.rideId(),
        request.rider(),
        request.pickupLocation(),
        request.requestTime(),
        new Unicorn(unicorn.text("Name"), unicorn.text("Color"), unicorn.text("Gender")),
        fields.number("PickupMeters"),
        fields.wholeNumber("EtaSeconds"),
        dispatchTime(fields),
        fields.time("DecisionTime"),
        fields.time("LeaseUntil"));
  }

  private static RideUnassigned unassigned(Fields fields) throws WrongField {
    return new RideUnassigned(
        fields.rideId("RideId"), dispatchTime(fields), fields.time("DecisionTime"));
  }

  private static RideFailed failed(Fields fields) throws WrongField {
    return new RideFailed(
        fields.rideId("RideId"),
        fields.text("FailureReason"),
        dispatchTime(fields),
        fields.time("DecisionTime"));
  }

  /** Before they had a time of dispatch, outcomes carried it as that of the decision. */
  private static Instant dispatchTime(Fields fields) throws WrongField {
    return fields.time(fields.has("DispatchTime") ? "DispatchTime" : "DecisionTime");
  }

  private static JsonNode parse(String body) throws UnreadableMessage {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("the body is not JSON", Optional.empty());
    }
    if (!tree.isObject()) {
      throw new UnreadableMessage("the body is not a JSON object", Optional.empty());
    }
    return tree;
  }

  private static String typeOf(RideMessage message) {
    return switch (message) {
      case RideRequested _ -> "RideRequested";
      case RideAssigned _ -> "RideAssigned";
      case RideUnassigned _ -> "RideUnassigned";
      case RideFailed _ -> "RideFailed";
    };
  }

  private static UnreadableMessage unreadable(String detail, JsonNode tree) {
    return new UnreadableMessage(detail, RideId.parse(tree.path("RideId").asText()));
  }
}
