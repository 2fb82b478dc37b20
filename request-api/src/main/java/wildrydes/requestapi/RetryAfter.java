package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * When it is worth asking again: what has lasted long may well last longer, so each wait is half of
 * what has passed already. Of the queues it knows what the rides tell that it has been shown.
 */
public final class RetryAfter {

  static final Duration SOONEST = Duration.ofSeconds(1);
  static final Duration LATEST = Duration.ofSeconds(20);

  /** After that, how long a ride took says nothing any more. */
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private @Nullable Assignment latest;
  private @Nullable Instant troubleSince;

  private record Assignment(Instant time, Duration took) {}

  public RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** Learns from a ride how long rides take at the moment. */
  public synchronized void seen(Ride ride) {
    if (!(ride.status() instanceof Ride.Status.Assigned) || ride.decided().isEmpty()) {
      return;
    }
    Instant recorded = ride.decided().getLast().time();
    if (latest == null || latest.time().isBefore(recorded)) {
      latest = new Assignment(recorded, Duration.between(ride.requestTime(), recorded));
    }
  }

  /**
   * When the ride, which has no outcome, is likely to have one: as soon as others lately had, or,
   * if it has waited longer than they, after half of that time again.
   */
  public synchronized Duration of(Ride requested) {
    Instant now = clock.instant();
    Duration age = Duration.between(requested.requestTime(), now);
    Duration left = lately(now).minus(age.isNegative() ? Duration.ZERO : age);
    return left.compareTo(half(age)) > 0 ? bounded(left) : half(age);
  }

  /** From request to record, of a ride that was assigned just now. */
  private Duration lately(Instant now) {
    return latest != null && latest.time().plus(MEMORY).isAfter(now)
        ? latest.took()
        : Duration.ZERO;
  }

  /** When something that has not ended may have ended. */
  public Duration halfOfWhatPassedSince(Instant begin) {
    return half(Duration.between(begin, clock.instant()));
  }

  /** When a service may answer again that has just not answered. */
  public synchronized Duration trouble() {
    if (troubleSince == null) {
      troubleSince = clock.instant();
    }
    return halfOfWhatPassedSince(troubleSince);
  }

  /** All services have answered. */
  public synchronized void troubleIsOver() {
    troubleSince = null;
  }

  private static Duration half(Duration passed) {
    return bounded(passed.dividedBy(2));
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(SOONEST) < 0 ? SOONEST : wait.compareTo(LATEST) > 0 ? LATEST : wait;
  }
}
