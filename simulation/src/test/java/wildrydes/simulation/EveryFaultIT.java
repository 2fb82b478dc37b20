package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.simulation.faults.Call;
import wildrydes.simulation.world.Flaw;
import wildrydes.simulation.world.Handlers;
import wildrydes.simulation.world.Scenario;

/** Every fault at every call, and every two of them, of one ride and of two that compete. */
class EveryFaultIT {

  private static final int VIOLATIONS_SHOWN = 3;

  @Test
  void oneRideSurvivesEveryFaultAndEveryPairOfFaults() {
    survives("one ride", Scenario.oneRide(), 1, 1);
  }

  @Test
  void twoCompetingRidesInOneBatchSurviveEveryFaultAndEveryPairOfFaults() {
    survives("two rides in one batch", Scenario.twoRides(), 1, 2);
  }

  @Test
  void twoRidesThatRaceEachOtherSurviveEveryFaultAndEveryPairOfFaults() {
    survives("two rides that race", Scenario.twoRides(), 2, 1);
  }

  /** The seed decides whether the requests come in one batch; that it did so is checked. */
  private static void survives(String name, Scenario scenario, long seed, int requestsABatch) {
    var exhaustion = new Exhaustion(name, scenario, seed);
    long start = System.nanoTime();
    List<Plan> singles = exhaustion.singles(new Handlers(Flaw.NONE));
    assertThat(largestBatchOfRequests(singles.getFirst())).isEqualTo(requestsABatch);
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

  private static int largestBatchOfRequests(Plan plan) {
    return new Simulation(new Handlers(Flaw.NONE))
        .run(plan).callsUnderFaults().stream()
            .filter(exchange -> exchange.call().kind() == Call.Kind.INVOKE)
            .filter(exchange -> exchange.request().toString().contains("RideRequested"))
            .mapToInt(exchange -> ((List<?>) exchange.request()).size())
            .max()
            .orElseThrow();
  }
}
