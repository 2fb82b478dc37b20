package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.faults.Outage;
import wildrydes.simulation.faults.Service;
import wildrydes.simulation.world.Flaw;
import wildrydes.simulation.world.Scenario;

/** A service that is away for two days. */
class OutageRunsIT {

  private static final int RUNS = 300;
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  /** Every check of every run: nothing accepted is lost, the API says 503, the backlog drains. */
  @ParameterizedTest
  @EnumSource(Service.class)
  void acceptedRidesSurviveTwoDaysWithoutIt(Service service) {
    var outage = new Outage(service, SOON, TWO_DAYS, Fault.ERROR);

    Tally tally =
        run(seed -> Plan.withOutage(seed, Scenario.random(new SplittableRandom(seed)), outage));

    assertThat(tally.runs()).isEqualTo(RUNS);
    assertThat(tally.accepted()).isPositive();
    assertThat(tally.faults().getOrDefault(Fault.ERROR, 0L)).isPositive();
  }

  @Test
  void withoutCloudWatchRidesAreServedAllTheSame() {
    var outage = new Outage(Service.CLOUDWATCH, Duration.ZERO, TWO_DAYS, Fault.ERROR);

    Tally tally = run(seed -> Plan.withOutage(seed, Scenario.twoRides(), outage));

    assertThat(tally.accepted()).isEqualTo(2 * RUNS);
    assertThat(tally.outcomes()).containsOnlyKeys("ASSIGNED").containsValue(2L * RUNS);
    assertThat(tally.deadLetters()).isZero();
    assertThat(tally.uncounted()).isEqualTo(2 * RUNS);
  }

  private static Tally run(LongFunction<Plan> plan) {
    List<String> reports = new ArrayList<>();
    Tally tally =
        new Campaign(Flaw.NONE)
            .run(
                RUNS,
                plan,
                1,
                result -> {
                  if (!result.violations().isEmpty()) {
                    reports.add(Report.ofViolations(result));
                  }
                });
    assertThat(reports).isEmpty();
    return tally;
  }
}
