package wildrydes.ops.deadletters;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wildrydes.messages.RideId;

/**
 * A message among the dead letters, held for a while: nobody else receives it until it is released
 * or the hold ends.
 *
 * @param messageId another one after each redrive: it names the message to a person, no more
 * @param receipt with which it is released or deleted
 * @param attributes the message's own attributes that are texts: {@code Reason}, {@code Detail},
 *     {@code RideId}, {@code Replays}, ...
 * @param sent when it was first sent, or put here by a function
 */
public record DeadLetter(
    Lane lane,
    String messageId,
    String receipt,
    String body,
    Map<String, String> attributes,
    Instant sent) {

  /** The attribute that counts how often a message was replayed. */
  public static final String REPLAYS = "Replays";

  public DeadLetter {
    attributes = Map.copyOf(attributes);
  }

  public Optional<RideId> rideId() {
    return lane.rideOf(body)
        .or(() -> Optional.ofNullable(attributes.get("RideId")).flatMap(RideId::parse));
  }

  /** Why a function put it here at once; empty if SQS moved it after the last delivery. */
  public Optional<String> reason() {
    return Optional.ofNullable(attributes.get("Reason"));
  }

  /** One sentence to go with the reason. */
  public Optional<String> detail() {
    return Optional.ofNullable(attributes.get("Detail"));
  }

  /** How often it was replayed; what is no number counts as never. */
  public int replays() {
    String replays = attributes.getOrDefault(REPLAYS, "0");
    return replays.matches("\\d{1,6}") ? Integer.parseInt(replays) : 0;
  }
}
