package wildrydes.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import wildrydes.simulation.world.Flaw;
import wildrydes.simulation.world.Handlers;

/** A run that cannot be repeated explains nothing. */
class ReplayTest {

  @Test
  void theSameSeedIsTheSameRun() {
    // New handlers each time, and another run before it: nothing may be left of that.
    LongStream.rangeClosed(1, 30)
        .forEach(seed -> assertThat(calls(seed, seed + 1)).isEqualTo(calls(seed, seed + 2)));
  }

  @Test
  void anotherSeedIsAnotherRun() {
    assertThat(calls(1, 3)).isNotEqualTo(calls(2, 3));
  }

  /** Who called what when, with what fault, in the run of a seed. */
  private static List<String> calls(long seed, long before) {
    var simulation = new Simulation(new Handlers(Flaw.NONE));
    simulation.run(Plan.random(before));
    return simulation.run(Plan.random(seed)).history().timeline().events();
  }
}
