package wildrydes.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which calls fail, and how. The choice depends on the seed, the operation and how many calls of it
 * came before, and on nothing else: so a seed plays the same faults again, as far as real threads
 * make the same calls.
 *
 * @param percent of attempts that something happens to; and of batches that are refused in part
 */
record FaultPlan(long seed, int percent) {

  /** Nothing ever fails. */
  static final FaultPlan NONE = new FaultPlan(0, 0);

  /** More than the SDK ever makes of one call. */
  private static final int ATTEMPTS = 5;

  /** One call in so many has the same fault at every attempt: retries do not help it. */
  private static final int HOPELESS = 30;

  /** Delays and losses are frequent; throttles cost the SDK half a second of waiting each. */
  private static final List<Fault> DICE =
      List.of(
          Fault.NOT_SENT,
          Fault.NOT_SENT,
          Fault.ANSWER_LOST,
          Fault.ANSWER_LOST,
          Fault.ANSWER_LOST,
          Fault.SERVER_ERROR,
          Fault.SERVER_ERROR,
          Fault.THROTTLED,
          Fault.DELAYED,
          Fault.DELAYED);

  /**
   * What is to happen to one call.
   *
   * @param attempts by attempt, the first at 0
   * @param delay of attempts that are delayed
   * @param refusePart whether one entry of its batch fails, if it is a batch
   */
  record ForCall(List<Optional<Fault>> attempts, Duration delay, boolean refusePart) {

    Optional<Fault> at(int attempt) {
      return attempt < attempts.size() ? attempts.get(attempt) : Optional.empty();
    }
  }

  ForCall of(String operation, int sequence) {
    var random = new SplittableRandom(seed * 31 + operation.hashCode() * 1_000_003L + sequence);
    boolean hopeless = percent > 0 && random.nextInt(HOPELESS) == 0;
    Fault every = DICE.get(random.nextInt(DICE.size()));
    List<Optional<Fault>> attempts =
        IntStream.range(0, ATTEMPTS)
            .mapToObj(_ -> hopeless ? Optional.of(every) : perhaps(random))
            .toList();
    // Mostly a few milliseconds, sometimes some hundred.
    var delay =
        Duration.ofMillis(random.nextInt(8) == 0 ? random.nextInt(500) : random.nextInt(30));
    return new ForCall(attempts, delay, random.nextInt(100) < percent);
  }

  private Optional<Fault> perhaps(SplittableRandom random) {
    return random.nextInt(100) < percent
        ? Optional.of(DICE.get(random.nextInt(DICE.size())))
        : Optional.empty();
  }
}
