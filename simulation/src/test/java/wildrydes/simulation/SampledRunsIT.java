package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.world.Flaw;

/** Runs of which a seed decides everything: who rides, what goes wrong, what happens first. */
class SampledRunsIT {

  private static final int RUNS = 20_000;
  private static final long FIRST_SEED = 1;
  private static final int VIOLATIONS_SHOWN = 3;

  @Test
  void everyPromiseIsKept() {
    List<String> reports = new ArrayList<>();
    long start = System.nanoTime();

    Tally tally =
        new Campaign(Flaw.NONE)
            .run(
                RUNS,
                n -> Plan.random(FIRST_SEED + n),
                VIOLATIONS_SHOWN,
                result -> {
                  if (!result.violations().isEmpty()) {
                    reports.add(Report.ofViolations(result));
                  }
                });

    System.out.println(Report.summary(tally, (System.nanoTime() - start) / 1e9));
    assertThat(reports).isEmpty();
    assertThat(tally.runs()).isEqualTo(RUNS);
    everythingWasTried(tally);
  }

  /** Runs in which nothing happens would keep every promise, too. */
  private static void everythingWasTried(Tally tally) {
    for (Fault fault : Fault.values()) {
      if (fault != Fault.NONE) {
        assertThat(tally.faults().getOrDefault(fault, 0L))
            .as(fault.name())
            .isGreaterThan(RUNS / 50);
      }
    }
    assertThat(tally.outcomes().keySet()).containsExactly("ASSIGNED", "FAILED", "UNASSIGNED");
    assertThat(tally.outcomes().values()).allMatch(count -> count > RUNS / 50);
    assertThat(tally.accepted()).isGreaterThan(RUNS);
    assertThat(tally.deadLetters()).isGreaterThan(RUNS / 50);
  }
}
