package wildrydes.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A machine's threads do with a batch what the threads do that the functions have on Lambda. */
class MachineThreadsTest {

  private static final long AMPLE = 10_000;

  /** Something that runs work on threads of its kind. */
  interface Kind {
    List<Future.State> states(List<Callable<String>> tasks, long millis);
  }

  static Stream<Kind> kinds() {
    return Stream.of(MachineThreadsTest::onTheJdk, MachineThreadsTest::onAMachine);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsDoneIsDone(Kind kind) {
    assertThat(kind.states(List.of(() -> "one", () -> "two"), AMPLE))
        .containsExactly(Future.State.SUCCESS, Future.State.SUCCESS);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneFailureTouchesNoOther(Kind kind) {
    Callable<String> failing =
        () -> {
          throw new IllegalArgumentException("two is odd");
        };

    assertThat(kind.states(List.of(() -> "one", failing, () -> "three"), AMPLE))
        .containsExactly(Future.State.SUCCESS, Future.State.FAILED, Future.State.SUCCESS);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noTasksAreDoneAtOnce(Kind kind) {
    assertThat(kind.states(List.of(), AMPLE)).isEmpty();
  }

  private static List<Future.State> onTheJdk(List<Callable<String>> tasks, long millis) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return states(threads, tasks, millis);
    }
  }

  private static List<Future.State> onAMachine(List<Callable<String>> tasks, long millis) {
    var scheduler = new Scheduler();
    var machine = new Machine(scheduler, "machine", Duration.ZERO, () -> {});
    List<Future.State> states = new ArrayList<>();
    scheduler.start(
        machine, () -> states.addAll(states(new MachineThreads(() -> machine), tasks, millis)));
    scheduler.run(1000);
    return states;
  }

  private static List<Future.State> states(
      ExecutorService threads, List<Callable<String>> tasks, long millis) {
    try {
      return threads.invokeAll(tasks, millis, TimeUnit.MILLISECONDS).stream()
          .map(Future::state)
          .toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
