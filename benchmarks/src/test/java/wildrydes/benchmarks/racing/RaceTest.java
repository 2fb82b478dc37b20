package wildrydes.benchmarks.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RaceTest {

  private static final int RIDES = 96;
  private static final Race.Way WAY = new Race.Way(3, true);

  @Test
  void theSameSeedGivesTheSameRace() {
    assertThat(race(7)).isEqualTo(race(7));
    assertThat(race(7)).isNotEqualTo(race(8));
  }

  @Test
  void everyRideEndsAndNoUnicornIsGivenTwice() {
    Race.Outcome outcome = race(7);

    assertThat(outcome.assigned().size() + outcome.unassigned()).isEqualTo(RIDES);
    assertThat(outcome.doubles()).isZero();
    assertThat(outcome.claims()).isGreaterThan(outcome.assigned().size());
  }

  @Test
  void timePassesOnlyWhileAllWaitAndThenForWhoeverIsNext() {
    var time = new VirtualTime();
    List<String> story = new ArrayList<>();

    List<Long> ends =
        time.together(
            List.of(
                () -> told(time, story, "slow", 30),
                () -> {
                  time.together(
                      List.<Supplier<Long>>of(
                          () -> told(time, story, "quick", 10),
                          () -> told(time, story, "in between", 20)));
                  return time.nanos();
                }));

    assertThat(story).containsExactly("quick", "in between", "slow");
    assertThat(ends).containsExactly(30L, 20L);
  }

  private static long told(VirtualTime time, List<String> story, String what, long nanos) {
    time.pass(nanos);
    story.add(what);
    return time.nanos();
  }

  private static Race.Outcome race(long seed) {
    return Race.run(
        Crowd.CLUSTERED.riders(RIDES, seed), Crowd.CLUSTERED.unicorns(RIDES, seed), WAY, seed);
  }
}
