package wildrydes.ops.deadletters.replay;

import java.time.Duration;

/**
 * How a replay goes about it.
 *
 * @param limit how many messages are sent at most
 * @param rate how many are sent a second at most
 * @param mostReplays from which number of replays on a message is refused
 * @param force whether it is sent even so
 * @param canary whether the first one is followed to its outcome before any other is sent
 * @param follow whether, after the last was sent, the outcomes are waited for
 * @param timeout how long a ride is followed after its message was sent
 * @param stopAt the share of rides, 0 to 1, beyond which failing again stops the run
 * @param hold for how long at a time a message is kept from others
 */
public record ReplayRules(
    int limit,
    double rate,
    int mostReplays,
    boolean force,
    boolean canary,
    boolean follow,
    Duration timeout,
    double stopAt,
    Duration hold) {

  private static final int FEWEST_AT_ONCE = 10;
  private static final int MOST_AT_ONCE = 1_000;

  /** What the command does when nothing else is said. */
  public static ReplayRules usual() {
    return new ReplayRules(
        Integer.MAX_VALUE,
        5,
        3,
        false,
        true,
        true,
        Duration.ofMinutes(20),
        0.2,
        Duration.ofMinutes(2));
  }

  /** As many as can be sent within half a hold, so that none runs out before its message's turn. */
  int atOnce() {
    double within = rate * hold.toMillis() / 2_000;
    return Math.clamp((long) within, FEWEST_AT_ONCE, MOST_AT_ONCE);
  }

  /** The pause between two messages. */
  Duration pause() {
    return Duration.ofNanos((long) (1e9 / rate));
  }

  /** What {@link wildrydes.ops.deadletters.Judgement} counts to. */
  int refusedFrom() {
    return force ? Integer.MAX_VALUE : mostReplays;
  }
}
