package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Waits for a ride's outcome on behalf of its rider, who would have to ask again and again. */
public final class AwaitOutcome {

  private static final Duration FIRST_LOOK = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final ShowRide showRide;
  private final Consumer<Duration> pause;
  private final InstantSource clock;

  /**
   * Looks at rides through {@code showRide}.
   *
   * @param pause returns after that time, or at once if its thread is interrupted
   */
  public AwaitOutcome(ShowRide showRide, Consumer<Duration> pause, InstantSource clock) {
    this.showRide = showRide;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * The ride once it has an outcome, or as it is when the time is over. A ride that was just
   * requested is looked at a dozen times in 20 seconds; an older one less often.
   */
  public Ride await(Ride ride, Duration longest) {
    Instant end = clock.instant().plus(longest);
    Ride latest = ride;
    while (latest.status() instanceof Ride.Status.Requested) {
      Instant now = clock.instant();
      Duration left = Duration.between(now, end);
      if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
        return latest;
      }
      Duration next = untilNextLook(Duration.between(latest.requestTime(), now));
      pause.accept(next.compareTo(left) < 0 ? next : left);
      latest = showRide.show(latest.rider(), latest.id()).orElse(latest);
    }
    return latest;
  }

  /** Most rides are assigned within a second: the longer one waits, the less a moment matters. */
  private static Duration untilNextLook(Duration age) {
    Duration half = age.dividedBy(2);
    Duration pause = half.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : half;
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
