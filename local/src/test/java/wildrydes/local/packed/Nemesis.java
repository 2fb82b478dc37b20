package wildrydes.local.packed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import wildrydes.local.packed.Border.Side;

/**
 * Kills processes, one after the other: at each side of each border, and at moments of no
 * particular meaning. The seed decides which, and in which order; which ride is hit is left to the
 * machine.
 */
final class Nemesis {

  private static final int RANDOM_MOMENTS_PER_FUNCTION = 2;

  private static final int MAX_MILLIS_INTO_A_BATCH = 100;
  private static final int MAX_CALLS_TO_PASS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Map<String, FunctionPool> pools;
  private final Random random;
  private final Map<String, Integer> kills = new TreeMap<>();

  Nemesis(Map<String, FunctionPool> pools, Random random) {
    this.pools = pools;
    this.random = random;
  }

  /** Returns once it has killed so many. */
  void strike(int times) {
    List<Runnable> round = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      if (round.isEmpty()) {
        round.addAll(round());
      }
      round.removeLast().run();
    }
  }

  /** How many died at each border and side, and by function at other moments. */
  Map<String, Integer> kills() {
    return kills;
  }

  private List<Runnable> round() {
    List<Runnable> round = new ArrayList<>();
    for (Border border : Border.values()) {
      for (Side side : Side.values()) {
        round.add(() -> killAt(border, side));
      }
    }
    for (String function : pools.keySet()) {
      for (int i = 0; i < RANDOM_MOMENTS_PER_FUNCTION; i++) {
        round.add(() -> killAtAnyMoment(function));
      }
    }
    Collections.shuffle(round, random);
    return round;
  }

  private void killAt(Border border, Side side) {
    // Of a batch's claims and records, one in the middle.
    boolean oneOfMany = border == Border.CLAIM || border == Border.RECORD;
    int toPass = oneOfMany ? random.nextInt(MAX_CALLS_TO_PASS) : 0;
    kill(border.function(), Trap.at(border, side, toPass));
    kills.merge(name(border, side), 1, Integer::sum);
  }

  private void killAtAnyMoment(String function) {
    kill(function, Trap.intoABatch(1 + random.nextInt(MAX_MILLIS_INTO_A_BATCH)));
    kills.merge("any moment of " + function, 1, Integer::sum);
  }

  private void kill(String function, Trap trap) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException(function);
    }
    pool.set(trap);
    trap.done().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  static String name(Border border, Side side) {
    return border + " " + side;
  }
}
