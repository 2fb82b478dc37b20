package wildrydes.simulation;

import java.util.Map;
import java.util.TreeMap;
import wildrydes.simulation.checks.Checks;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.world.World;

/**
 * What happened in runs, in numbers.
 *
 * @param accepted rides that were answered 202
 * @param calls to AWS, and steps of Lambda
 * @param outcomes recorded, by state
 * @param uncounted recorded outcomes that are missing in the metrics
 * @param secondClaims claims of a ride that had a unicorn, in a race of its own deliveries
 * @param deadLetters messages that lay among the dead letters when all faults were over
 */
record Tally(
    int runs,
    long accepted,
    long calls,
    Map<Fault, Long> faults,
    Map<String, Long> outcomes,
    long uncounted,
    long secondClaims,
    long deadLetters,
    long violations) {

  static final Tally NOTHING = new Tally(0, 0, 0, Map.of(), Map.of(), 0, 0, 0, 0);

  static Tally of(World world, Checks checks, int deadLetters) {
    var history = world.history();
    return new Tally(
        1,
        world.promises().accepted().size(),
        history.exchanges().size(),
        sum(Map.of(), longs(history.faults())),
        sum(Map.of(), longs(checks.outcomes())),
        checks.uncounted(),
        checks.secondClaims(),
        deadLetters,
        history.violations().size());
  }

  Tally plus(Tally other) {
    return new Tally(
        runs + other.runs,
        accepted + other.accepted,
        calls + other.calls,
        sum(faults, other.faults),
        sum(outcomes, other.outcomes),
        uncounted + other.uncounted,
        secondClaims + other.secondClaims,
        deadLetters + other.deadLetters,
        violations + other.violations);
  }

  private static <K> Map<K, Long> longs(Map<K, Integer> counts) {
    Map<K, Long> longs = new TreeMap<>();
    counts.forEach((key, count) -> longs.put(key, (long) count));
    return longs;
  }

  private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
    Map<K, Long> sum = new TreeMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
