package wildrydes.simulation;

import java.time.Duration;
import java.util.List;
import wildrydes.simulation.checks.Checks;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Violation;
import wildrydes.simulation.world.Deployment;
import wildrydes.simulation.world.Handlers;
import wildrydes.simulation.world.World;

/**
 * Runs a plan to its end: rides are requested, things go wrong, the faults stop, dead letters are
 * replayed, and at last everything is delivered once more.
 */
final class Simulation {

  /** Some of what is replayed fails again: poison always. */
  private static final int REDRIVES = 4;

  /** When the API takes it that a ride without an outcome has failed, and a little longer. */
  private static final Duration OVERDUE =
      Duration.ofMinutes(1 + Deployment.setting("RequestApi", "OVERDUE_MINUTES"));

  private final Handlers handlers;

  Simulation(Handlers handlers) {
    this.handlers = handlers;
  }

  /** What came of a run. */
  record Result(Plan plan, History history, Tally tally, int calls) {

    List<Violation> violations() {
      return history.violations();
    }

    /** The calls until all was quiet, without those of the replays and repetitions after it. */
    List<Exchange> callsUnderFaults() {
      return history.exchanges().subList(0, calls);
    }
  }

  Result run(Plan plan) {
    var world = new World(plan.scenario(), handlers, plan.faults(), plan.seed());
    var checks = new Checks(world);
    plan.kills().forEach(world::killOneAfter);
    plan.redrives().forEach(world::redriveAfter);
    try {
      world.run();
      int calls = world.history().exchanges().size();
      checks.rest().nothingIsLost();
      world.waitUntil(plan.calm());
      world.waitFor(OVERDUE.plus(plan.scenario().maxSkew().multipliedBy(2)));
      world.look();
      checks.rest().ridersSeeTheTruth();
      int deadLetters = world.operator().deadLetters().size();
      for (int i = 0; i < REDRIVES && !world.operator().deadLetters().isEmpty(); i++) {
        world.redrive();
      }
      checks.rest().everythingIsDecided();
      var tables = checks.rest().tables();
      int counted = checks.counted();
      world.repeatEverything();
      checks.rest().nothingChangedSince(tables, counted, checks.counted());
      return new Result(plan, world.history(), Tally.of(world, checks, deadLetters), calls);
    } finally {
      world.close();
    }
  }
}
