package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.simulation.world.Flaw;
import wildrydes.simulation.world.Handlers;
import wildrydes.simulation.world.Scenario;

/** Every fault at every call, and every two of them, of one ride and of two that compete. */
class EveryFaultIT {

  private static final int VIOLATIONS_SHOWN = 3;

  @Test
  void oneRideSurvivesEveryFaultAndEveryPairOfFaults() {
    survives(new Exhaustion("one ride", Scenario.oneRide()));
  }

  @Test
  void twoCompetingRidesSurviveEveryFaultAndEveryPairOfFaults() {
    survives(new Exhaustion("two rides", Scenario.twoRides()));
  }

  private static void survives(Exhaustion exhaustion) {
    long start = System.nanoTime();
    List<Plan> singles = exhaustion.singles(new Handlers(Flaw.NONE));
    Tally ofSingles = run(singles);
    Tally ofPairs = Tally.NOTHING;
    for (Plan single : singles) {
      ofPairs = ofPairs.plus(run(exhaustion.pairs(single, new Handlers(Flaw.NONE))));
    }

    System.out.println(Report.summary(ofSingles.plus(ofPairs), (System.nanoTime() - start) / 1e9));
    assertThat(ofSingles.runs()).isGreaterThan(50);
    assertThat(ofPairs.runs()).isGreaterThan(ofSingles.runs() * 50);
  }

  private static Tally run(List<Plan> plans) {
    List<String> reports = new ArrayList<>();
    Tally tally =
        new Campaign(Flaw.NONE)
            .run(
                plans.size(),
                n -> plans.get((int) n),
                VIOLATIONS_SHOWN,
                result -> {
                  if (!result.violations().isEmpty()) {
                    reports.add(Report.ofViolations(result));
                  }
                });
    assertThat(reports).isEmpty();
    return tally;
  }
}
