package wildrydes.ops.deadletters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators who replay the same dead letters at once: the queue's holds keep them apart. */
class TwoOperatorsTest {

  private static final int RIDES = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachRideIsReplayedAndAllComeToTheirEnds(long seed) throws Exception {
    var world = new World(seed);
    for (int i = 0; i < RIDES; i++) {
      world.failed();
    }

    List<ReplayReport> reports = new ArrayList<>();
    try (var operators = Executors.newFixedThreadPool(3)) {
      Callable<ReplayReport> operator =
          () ->
              world
                  .replay()
                  .execute(
                      Scope.everything(),
                      TestRules.with(Integer.MAX_VALUE, 50, false),
                      Silent.WATCHER,
                      () -> false);
      for (Future<ReplayReport> report :
          operators.invokeAll(List.of(operator, operator, operator))) {
        reports.add(report.get());
      }
    }

    // Whoever came late found what was left, which may have been nothing but others' holds.
    world.sleep(TestRules.USUAL.hold());
    reports.add(
        world
            .replay()
            .execute(Scope.everything(), TestRules.NO_CANARY, Silent.WATCHER, () -> false));
    assertThat(world.deadLetters()).isEmpty();
    assertThat(world.sendings.stream().map(World.Sending::rideId).distinct()).hasSize(RIDES);
    // One thread's sleep may end another's hold before its time: a copy, which changes nothing.
    assertThat(world.sendings).hasSizeLessThan(RIDES + RIDES / 10);
    assertThat(reports.stream().mapToLong(report -> report.recorded("ASSIGNED")).sum())
        .isGreaterThanOrEqualTo(RIDES);
  }
}
