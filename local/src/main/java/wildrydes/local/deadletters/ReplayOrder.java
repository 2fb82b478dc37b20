package wildrydes.local.deadletters;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.replay.Scope;

/**
 * What somebody wants to be replayed.
 *
 * @param queue empty for both
 * @param reason the whole cause, as the listing tells it; empty for any
 * @param execute whether to do it, not only to say what it would do
 */
public record ReplayOrder(Optional<Lane> queue, Optional<String> reason, boolean execute) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final Set<String> FIELDS = Set.of("queue", "reason", "execute");

  /**
   * Reads {@code {"queue": "requests"|"outcomes"|null, "reason": text|null, "execute": boolean}}.
   * What is left out is null, or false.
   */
  public static ReplayOrder read(byte[] body) throws UnreadableOrder {
    JsonNode json = object(body);
    for (var field : json.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        throw new UnreadableOrder(
            "An order has no field %s: it has queue, reason and execute."
                .formatted(field.getKey()));
      }
    }
    JsonNode execute = json.path("execute");
    if (!execute.isBoolean() && !execute.isMissingNode()) {
      throw new UnreadableOrder("execute must be true or false.");
    }
    Optional<String> queue = text(json, "queue");
    return new ReplayOrder(
        queue.isPresent() ? Optional.of(lane(queue.get())) : Optional.empty(),
        text(json, "reason"),
        execute.asBoolean());
  }

  /** The same, only to say what it would do. */
  ReplayOrder dryRun() {
    return new ReplayOrder(queue, reason, false);
  }

  Scope scope() {
    return new Scope(
        queue.map(List::of).orElse(List.of(Lane.values())),
        candidate -> reason.map(candidate.cause().text()::equals).orElse(true));
  }

  private static JsonNode object(byte[] body) throws UnreadableOrder {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new UnreadableOrder("An order must be JSON, which this is not.");
    }
    if (!json.isObject()) {
      throw new UnreadableOrder("An order must be a JSON object with queue, reason and execute.");
    }
    return json;
  }

  private static Optional<String> text(JsonNode json, String field) throws UnreadableOrder {
    JsonNode value = json.path(field);
    if (value.isTextual()) {
      return Optional.of(value.textValue());
    }
    if (value.isNull() || value.isMissingNode()) {
      return Optional.empty();
    }
    throw new UnreadableOrder(field + " must be a text or null.");
  }

  private static Lane lane(String word) throws UnreadableOrder {
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new UnreadableOrder("queue must be requests, outcomes or null."));
  }
}
