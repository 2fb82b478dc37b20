package wildrydes.ops.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import wildrydes.messages.RideId;

/**
 * Which dead letters somebody means.
 *
 * @param cause part of the cause's text, in any case
 * @param rides none means any
 * @param messageIds none means any
 * @param limit how many at most; {@link #matches} cannot know
 */
public record Selection(
    List<Lane> lanes,
    Optional<String> cause,
    Set<RideId> rides,
    Set<String> messageIds,
    Optional<Duration> olderThan,
    Optional<Duration> newerThan,
    OptionalInt limit) {

  public Selection {
    lanes = List.copyOf(lanes);
    rides = Set.copyOf(rides);
    messageIds = Set.copyOf(messageIds);
  }

  /** Every dead letter of these lanes. */
  public static Selection all(List<Lane> lanes) {
    return new Selection(
        lanes,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Whether one is meant, as far as it says so itself. */
  public boolean matches(DeadLetter letter, Cause why, Instant now) {
    Duration age = Duration.between(letter.sent(), now);
    return lanes.contains(letter.lane())
        && cause.map(text -> contains(why.text(), text)).orElse(true)
        && (rides.isEmpty() || letter.rideId().filter(rides::contains).isPresent())
        && (messageIds.isEmpty() || messageIds.contains(letter.messageId()))
        && olderThan.map(span -> age.compareTo(span) > 0).orElse(true)
        && newerThan.map(span -> age.compareTo(span) < 0).orElse(true);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
