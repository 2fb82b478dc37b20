package wildrydes.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages as JSON: one object, PascalCase, {@code Type} and {@code Version} first, times as ISO
 * 8601. Every type is at version 1; a change that a present reader could not ignore is a new one.
 */
public final class MessageCodec {

  private static final int VERSION = 1;

  /** One for all: it learns the messages' shapes once. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          // Of all times there are in Java, messages have this one.
          .addModule(new SimpleModule().addSerializer(Instant.class, InstantSerializer.INSTANCE))
          .addModule(new StrictFields())
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
        .setCharacterEscapes(new QueueableText());
  }

  public String write(RideMessage message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("Type", typeOf(message));
    body.put("Version", VERSION);
    body.setAll(JSON.<ObjectNode>valueToTree(message));
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  /** Reads what the request queue carries. */
  public RideRequested readRequest(String body) throws UnreadableMessage {
    return read(body, RideRequested.class);
  }

  /** Reads what the outcome queue carries. */
  public RideOutcome readOutcome(String body) throws UnreadableMessage {
    return read(body, RideOutcome.class);
  }

  private <T extends RideMessage> T read(String body, Class<T> expected) throws UnreadableMessage {
    JsonNode tree = parse(body);
    String type = tree.path("Type").asText();
    Class<? extends RideMessage> message =
        switch (type) {
          case "RideRequested" -> RideRequested.class;
          case "RideAssigned" -> RideOutcome.RideAssigned.class;
          case "RideUnassigned" -> RideOutcome.RideUnassigned.class;
          case "RideFailed" -> RideOutcome.RideFailed.class;
          default -> throw unreadable("unknown Type", tree);
        };
    JsonNode version = tree.path("Version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw unreadable("unknown Version of " + type, tree);
    }
    if (!expected.isAssignableFrom(message)) {
      throw unreadable(type + " does not belong into this queue", tree);
    }
    complete(message, (ObjectNode) tree);
    try {
      return expected.cast(JSON.treeToValue(tree, message));
    } catch (JsonProcessingException e) {
      throw unreadable(type + " is incomplete or has a field of the wrong kind", tree);
    }
  }

  /** Before they had a time of dispatch, outcomes carried it as that of the decision. */
  private static void complete(Class<? extends RideMessage> message, ObjectNode tree) {
    if (RideOutcome.class.isAssignableFrom(message) && !tree.has("DispatchTime")) {
      tree.set("DispatchTime", tree.get("DecisionTime"));
    }
  }

  private JsonNode parse(String body) throws UnreadableMessage {
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
      case RideOutcome.RideAssigned _ -> "RideAssigned";
      case RideOutcome.RideUnassigned _ -> "RideUnassigned";
      case RideOutcome.RideFailed _ -> "RideFailed";
    };
  }

  private static UnreadableMessage unreadable(String detail, JsonNode tree) {
    return new UnreadableMessage(detail, RideId.parse(tree.path("RideId").asText()));
  }
}
