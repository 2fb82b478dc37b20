package wildrydes.ops.deadletters.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.messages.UnreadableMessage;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.ExplainedLetter;

/** One dead letter for scripts; docs/dead-letters.md promises the fields. */
public final class LetterJson {

  private LetterJson() {}

  /** What a listing tells of it: all but body and attributes. */
  public static ObjectNode brief(ExplainedLetter explained, Instant now) {
    DeadLetter letter = explained.letter();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", letter.messageId())
            .put("Queue", letter.lane().word());
    letter.rideId().ifPresent(ride -> json.put("RideId", ride.value()));
    json.put("Cause", explained.cause().text());
    letter.detail().ifPresent(detail -> json.put("Detail", Masking.mask(detail)));
    json.put("Sent", letter.sent().toString())
        .put("AgeSeconds", Math.max(0, Duration.between(letter.sent(), now).toSeconds()))
        .put("Replays", letter.replays());
    explained.ride().ifPresent(ride -> json.put("RideStatus", ride.status()));
    return json;
  }

  /**
   * All of it.
   *
   * @param showLocations whether to leave coordinates as they are
   */
  public static ObjectNode full(ExplainedLetter explained, Instant now, boolean showLocations) {
    DeadLetter letter = explained.letter();
    ObjectNode json = brief(explained, now);
    unreadable(letter).ifPresent(why -> json.put("Unreadable", why));
    ObjectNode attributes = json.putObject("Attributes");
    new TreeMap<>(letter.attributes())
        .forEach((name, value) -> attributes.put(name, text(value, showLocations)));
    Optional<JsonNode> body = Bodies.json(letter.body());
    if (body.isPresent()) {
      json.set("Body", showLocations ? body.get() : Masking.mask(body.get()));
    } else {
      json.put("BodyText", text(letter.body(), showLocations));
    }
    return json;
  }

  /** Why the queue's consumer cannot read it, if it cannot. */
  static Optional<String> unreadable(DeadLetter letter) {
    try {
      letter.lane().read(letter.body());
      return Optional.empty();
    } catch (UnreadableMessage e) {
      return Optional.of(e.detail());
    }
  }

  private static String text(String text, boolean showLocations) {
    return showLocations ? text : Masking.mask(text);
  }
}
