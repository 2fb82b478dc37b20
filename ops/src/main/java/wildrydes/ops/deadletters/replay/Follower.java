package wildrydes.ops.deadletters.replay;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.Cause;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/**
 * Follows rides to their ends. An outcome stands in the ride's record; that a ride has failed again
 * often does not, for a failure is recorded once: then its message is found among the dead letters.
 */
final class Follower {

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(15);

  /** Looking through the dead letters keeps them from others for a moment: not too often. */
  private static final int SHARE_OF_TIME = 10;

  private static final Duration LONGEST_PEEK = Duration.ofSeconds(30);

  /** By how much our clock and the queue's may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final DeadLetterQueues queues;
  private final RideRecords records;
  private final TimedHolds holds;
  private final InstantSource clock;
  private final ReplayRules rules;
  private final BiConsumer<SentRide, End> onEnd;

  private final Map<RideId, SentRide> open = new LinkedHashMap<>();
  private final Map<RideId, Instant> nextLook = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private Instant nextPeek = Instant.EPOCH;
  private Instant lastSent = Instant.EPOCH;

  /**
   * A follower of nothing yet.
   *
   * @param onEnd is told each end once; {@link End.Open} when a ride's time is up
   */
  Follower(
      DeadLetterQueues queues,
      RideRecords records,
      TimedHolds holds,
      InstantSource clock,
      ReplayRules rules,
      BiConsumer<SentRide, End> onEnd) {
    this.queues = queues;
    this.records = records;
    this.holds = holds;
    this.clock = clock;
    this.rules = rules;
    this.onEnd = onEnd;
  }

  void add(SentRide ride) {
    if (open.isEmpty()) {
      nextPeek = ride.at().plus(SOONEST);
    }
    open.put(ride.rideId(), ride);
    nextLook.put(ride.rideId(), ride.at().plus(SOONEST));
    lastSent = ride.at();
  }

  boolean hasOpenRides() {
    return !open.isEmpty();
  }

  /** Is to be shown every dead letter that the run comes across. */
  void notice(DeadLetter letter) {
    if (known.add(letter.messageId())) {
      letter
          .rideId()
          .flatMap(id -> Optional.ofNullable(open.get(id)))
          .filter(ride -> hasCausedIt(ride, letter))
          .ifPresent(ride -> failedAgain(ride, letter));
    }
  }

  /** Looks at what is due, and gives up what has taken too long. */
  void look() {
    lookAtRecords();
    if (hasOpenRides() && !clock.instant().isBefore(nextPeek)) {
      peek();
    }
    Instant tooLongAgo = clock.instant().minus(rules.timeout());
    for (SentRide ride : List.copyOf(open.values())) {
      if (!ride.at().isAfter(tooLongAgo)) {
        end(ride, new End.Open());
      }
    }
  }

  private void lookAtRecords() {
    Instant now = clock.instant();
    Set<RideId> due =
        open.keySet().stream()
            .filter(id -> !now.isBefore(nextLook.getOrDefault(id, now)))
            .collect(toUnmodifiableSet());
    if (due.isEmpty()) {
      return;
    }
    Map<RideId, RideRecord> found = records.find(due);
    for (SentRide ride : List.copyOf(open.values())) {
      if (due.contains(ride.rideId())) {
        nextLook.put(ride.rideId(), now.plus(patience(Duration.between(ride.at(), now), LATEST)));
        Optional.ofNullable(found.get(ride.rideId()))
            .flatMap(seen -> endIn(seen, ride))
            .ifPresent(end -> end(ride, end));
      }
    }
  }

  private static Optional<End> endIn(RideRecord seen, SentRide ride) {
    if (seen.isDecided()) {
      return Optional.of(new End.Recorded(seen.status()));
    }
    // Compared with the record of before, and not with a clock.
    boolean isNews = seen.status().equals("FAILED") && !ride.before().equals(Optional.of(seen));
    if (!isNews) {
      return Optional.empty();
    }
    return Optional.of(
        ride.tellsFailure()
            ? new End.Recorded(seen.status())
            : new End.FailedAgain(seen.failureReason().orElse(Cause.RETRIES_EXHAUSTED)));
  }

  private void peek() {
    Instant begin = clock.instant();
    Duration span = rules.hold().compareTo(LONGEST_PEEK) < 0 ? rules.hold() : LONGEST_PEEK;
    List<DeadLetter> read = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      if (queues.count(lane).visible() > 0) {
        new LaneReader(queues, holds)
            .over(
                lane,
                span,
                letters -> {
                  read.addAll(letters);
                  return true;
                });
      }
    }
    holds.release(read);
    read.forEach(this::notice);
    Instant now = clock.instant();
    Duration cost = Duration.between(begin, now).multipliedBy(SHARE_OF_TIME);
    Duration pause = patience(Duration.between(lastSent, now), LONGEST_PEEK);
    nextPeek = now.plus(cost.compareTo(pause) > 0 ? cost : pause);
  }

  /**
   * A message that was not there before is the replayed one if it counts its replays, or was sent
   * since: a late assignment comes back as a new request, which counts from nothing.
   */
  private static boolean hasCausedIt(SentRide ride, DeadLetter letter) {
    boolean counts = letter.lane() == ride.letter().lane() && letter.replays() >= ride.replays();
    return counts || !letter.sent().isBefore(ride.at().minus(CLOCK_SKEW));
  }

  private void failedAgain(SentRide ride, DeadLetter letter) {
    Optional<RideRecord> record =
        Optional.ofNullable(records.find(Set.of(ride.rideId())).get(ride.rideId()));
    if (record.filter(RideRecord::isDecided).isEmpty()) {
      Cause cause = Cause.of(letter, record);
      end(
          ride,
          new End.FailedAgain(
              letter.detail().map(d -> cause.text() + ", " + d).orElse(cause.text())));
    }
  }

  private void end(SentRide ride, End end) {
    open.remove(ride.rideId());
    nextLook.remove(ride.rideId());
    onEnd.accept(ride, end);
  }

  /** Often at first, when most rides end; then less and less. */
  private static Duration patience(Duration age, Duration most) {
    Duration quarter = age.dividedBy(4);
    if (quarter.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return quarter.compareTo(most) < 0 ? quarter : most;
  }
}
