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
   * @param runs after how many runs it was caught, or given up
   * @param by the promise that was broken
   */
  record Found(PlantedBug bug, int runs, Optional<Violation> by) {

    boolean caught() {
      return by.isPresent();
    }

    @Override
    public String toString() {
      return "%-34s %s"
          .formatted(
              bug,
              by.map(violation -> "after %6d runs: %s".formatted(runs, violation.rule()))
                  .orElse("NOT FOUND in " + runs + " runs: " + bug.sentence()));
    }
  }

  Found hunt(long seed, long maxRuns) {
    var first = new AtomicReference<Optional<Violation>>(Optional.empty());
    Tally tally =
        new Campaign(bug.plant())
            .run(
                maxRuns,
                n -> Plan.random(seed + n),
                1,
                result ->
                    result.violations().stream()
                        .findFirst()
                        .ifPresent(violation -> first.set(Optional.of(violation))));
    return new Found(bug, tally.runs(), first.get());
  }
}
