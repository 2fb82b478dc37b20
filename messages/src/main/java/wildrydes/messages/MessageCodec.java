package wildrydes.messages;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.stree.JrsNumber;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
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

  private static final Json JSON =
      new Json(
          new JsonFactoryBuilder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
              .characterEscapes(new QueueableText())
              .build());

  public String write(RideMessage message) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.writer(text)) {
      json.writeStartObject();
      json.writeStringField("Type", typeOf(message));
      json.writeNumberField("Version", VERSION);
      json.writeStringField("RideId", message.rideId().value());
      switch (message) {
        case RideRequested requested -> writeRequest(json, requested);
        case RideAssigned assigned -> writeAssignment(json, assigned);
        case RideUnassigned unassigned -> writeTimes(json, unassigned);
        case RideFailed failed -> {
          json.writeStringField("FailureReason", failed.failureReason());
          writeTimes(json, failed);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a message cannot be written", e);
    }
    return text.toString();
  }

  private static void writeRequest(JsonGenerator json, RideRequested requested) throws IOException {
    json.writeStringField("Rider", requested.rider());
    json.writeObjectFieldStart("PickupLocation");
    json.writeNumberField("Latitude", requested.pickupLocation().latitude());
    json.writeNumberField("Longitude", requested.pickupLocation().longitude());
    json.writeEndObject();
    json.writeStringField("RequestTime", requested.requestTime().toString());
  }

  private static void writeAssignment(JsonGenerator json, RideAssigned assigned)
      throws IOException {
    writeRequest(json, assigned.request());
    json.writeObjectFieldStart("Unicorn");
    json.writeStringField("Name", assigned.unicorn().name());
    json.writeStringField("Color", assigned.unicorn().color());
    json.writeStringField("Gender", assigned.unicorn().gender());
    json.writeEndObject();
    json.writeNumberField("PickupMeters", assigned.pickupMeters());
    json.writeNumberField("EtaSeconds", assigned.etaSeconds());
    writeTimes(json, assigned);
    json.writeStringField("LeaseUntil", assigned.leaseUntil().toString());
  }

  private static void writeTimes(JsonGenerator json, RideOutcome outcome) throws IOException {
    json.writeStringField("DispatchTime", outcome.dispatchTime().toString());
    json.writeStringField("DecisionTime", outcome.decisionTime().toString());
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
    JrsValue tree = parse(body);
    String type = text(tree, "Type");
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

  private static RideMessage message(String type, JrsValue tree)
      throws UnreadableMessage, WrongField {
    return switch (type) {
      case "RideRequested" -> requested(fields(type, tree));
      case "RideAssigned" -> assigned(fields(type, tree));
      case "RideUnassigned" -> unassigned(fields(type, tree));
      case "RideFailed" -> failed(fields(type, tree));
      default -> throw unreadable("unknown Type", tree);
    };
  }

  private static Fields fields(String type, JrsValue tree) throws UnreadableMessage {
    JrsValue version = tree.path("Version");
    if (!(version instanceof JrsNumber number
        && Integer.valueOf(VERSION).equals(number.getValue()))) {
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

  private static JrsValue parse(String body) throws UnreadableMessage {
    JrsValue tree;
    try {
      tree = JSON.read(body);
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

  private static UnreadableMessage unreadable(String detail, JrsValue tree) {
    return new UnreadableMessage(detail, RideId.parse(text(tree, "RideId")));
  }

  private static String text(JrsValue tree, String name) {
    return Objects.requireNonNullElse(Json.textOf(tree.path(name)), "");
  }
}
