package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wildrydes.simulation.bugs.PlantedBug;

/** Who tests the tester: every planted bug must be found, and by a rule that is about it. */
class PlantedBugsIT {

  private static final long SEED = 1;

  /** Far more than any needs, and a small part of what every build runs. */
  private static final int RUNS = 5_000;

  @ParameterizedTest
  @EnumSource(PlantedBug.class)
  void itIsFound(PlantedBug bug) {
    var found = new BugHunt(bug).hunt(SEED, RUNS);

    System.out.println(found);
    assertThat(found.caught()).as(found.toString()).isTrue();
  }
}
