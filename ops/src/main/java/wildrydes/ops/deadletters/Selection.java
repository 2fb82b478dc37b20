package wildrydes.ops.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
 * @param ids of messages or rides, one of which it must be; none means any
 * @param limit how many at most; {@link #matches} cannot know
 */
public record Selection(
    List<Lane> lanes,
    Optional<String> cause,
    Set<RideId> rides,
    Set<String> messageIds,
    Optional<Duration> olderThan,
    Optional<Duration> newerThan,
    Set<String> ids,
    OptionalInt limit) {

  public Selection {
    lanes = List.copyOf(lanes);
    ids = Set.copyOf(ids);
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
        Set.of(),
        OptionalInt.empty());
  }

  /** Exactly these messages, wherever they are. */
  public static Selection messages(Collection<String> messageIds) {
    return new Selection(
        List.of(Lane.values()),
        Optional.empty(),
        Set.of(),
        Set.copyOf(messageIds),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        OptionalInt.empty());
  }

  /** Those of these that also have one of the ids, of a message or a ride; none means any. */
  public Selection withOneOf(Collection<String> messagesOrRides) {
    return new Selection(
        lanes, cause, rides, messageIds, olderThan, newerThan, Set.copyOf(messagesOrRides), limit);
  }

  /** Whether every dead letter of the lanes is meant. */
  public boolean isAll() {
    return equals(all(lanes));
  }

  /** How many can be meant at most, if that is known. */
  OptionalInt most() {
    if (!messageIds.isEmpty()) {
      return OptionalInt.of(Math.min(messageIds.size(), limit.orElse(Integer.MAX_VALUE)));
    }
    boolean onlyMessages = ids.stream().noneMatch(id -> RideId.parse(id).isPresent());
    return !ids.isEmpty() && onlyMessages
        ? OptionalInt.of(Math.min(ids.size(), limit.orElse(Integer.MAX_VALUE)))
        : limit;
  }

  /** Whether one is meant, as far as it says so itself. */
  public boolean matches(DeadLetter letter, Cause why, Instant now) {
    Duration age = Duration.between(letter.sent(), now);
    return lanes.contains(letter.lane())
        && cause.map(text -> contains(why.text(), text)).orElse(true)
        && (rides.isEmpty() || letter.rideId().filter(rides::contains).isPresent())
        && (messageIds.isEmpty() || messageIds.contains(letter.messageId()))
        && (ids.isEmpty()
            || ids.contains(letter.messageId())
            || letter.rideId().filter(ride -> ids.contains(ride.value())).isPresent())
        && olderThan.map(span -> age.compareTo(span) > 0).orElse(true)
        && newerThan.map(span -> age.compareTo(span) < 0).orElse(true);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
