package wildrydes.simulation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import wildrydes.simulation.bugs.PlantedBug;
import wildrydes.simulation.history.Violation;

/** Runs the functions with one planted bug until a promise is broken. */
final class BugHunt {

  private final PlantedBug bug;

  BugHunt(PlantedBug bug) {
    this.bug = bug;
  }

  /**
   * How it went.
   *
   * @param runs after how many runs a promise was broken, or the hunt given up
   * @param by the promise that was broken first
   */
  record Found(PlantedBug bug, long runs, Optional<Violation> by) {

    /** Whether that promise is about the bug; any other is broken by a bug that was not meant. */
    boolean caught() {
      return by.filter(violation -> bug.breaks(violation.rule())).isPresent();
    }

    @Override
    public String toString() {
      return "%-34s %s"
          .formatted(
              bug,
              by.map(violation -> (caught() ? "" : "NOT FOUND, but ") + after(violation))
                  .orElse("NOT FOUND in " + runs + " runs: " + bug.sentence()));
    }

    private String after(Violation violation) {
      return "after %6d runs: %s".formatted(runs, violation.rule());
    }
  }

  Found hunt(long seed, long maxRuns) {
    // Runs are side by side; the earliest is the same in every hunt.
    var found = new AtomicReference<>(new Found(bug, maxRuns, Optional.empty()));
    new Campaign(bug.plant())
        .run(
            maxRuns,
            n -> Plan.random(seed + n),
            1,
            result -> {
              long runs = result.plan().seed() - seed + 1;
              if (!result.violations().isEmpty() && runs <= found.get().runs()) {
                found.set(new Found(bug, runs, Optional.of(result.violations().getFirst())));
              }
            });
    return found.get();
  }
}
