package wildrydes.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private final Scheduler scheduler = new Scheduler();
  private final Machine machine = new Machine(scheduler, "machine", Duration.ZERO, () -> {});
  private final List<String> story = new ArrayList<>();

  @Test
  void thingsHappenInTheOrderOfTheirTimes() {
    scheduler.after(Duration.ofSeconds(2), () -> story.add("second"));
    scheduler.after(Duration.ofSeconds(1), () -> story.add("first"));

    assertThat(scheduler.run(10)).isTrue();

    assertThat(story).containsExactly("first", "second");
    assertThat(scheduler.instant()).isEqualTo(Scheduler.START.plusSeconds(2));
  }

  @Test
  void aPauseLetsOthersRun() {
    startPausing("a", 1, 4);
    startPausing("b", 2, 3);

    scheduler.run(100);

    assertThat(story).containsExactly("a1", "b2", "a4", "b3");
  }

  @Test
  void aMachineThatDiesEndsItsThreadsAndNoOthers() {
    var other = new Machine(scheduler, "other", Duration.ZERO, () -> {});
    startPausing("a", 1, 9);
    scheduler.start(other, () -> pauseAndTell("b", 8));
    scheduler.after(Duration.ofSeconds(5), machine::die);

    scheduler.run(100);

    assertThat(story).containsExactly("a1", "b8");
  }

  @Test
  void whatIsNotDoneInTimeIsInterrupted() {
    scheduler.start(
        machine,
        () -> {
          var worked =
              new MachineThreads(() -> machine)
                  .invokeAll(List.of(() -> pauseAndTell("slow", 60)), 5, TimeUnit.SECONDS);
          story.add(worked.getFirst().state() + " after " + scheduler.nanos() / 1_000_000_000);
        });

    scheduler.run(100);

    assertThat(story).contains("CANCELLED after 5");
  }

  @Test
  void aClockMayBeOff() {
    var early = new Machine(scheduler, "early", Duration.ofSeconds(-3), () -> {});

    assertThat(early.clock().instant()).isEqualTo(Scheduler.START.minusSeconds(3));
  }

  @Test
  void aThreadThatFailsBreaksTheRun() {
    scheduler.start(
        machine,
        () -> {
          throw new IllegalArgumentException("a bug");
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> scheduler.run(10))
        .withMessageContaining("machine");
  }

  @Test
  void whatNeverEndsIsSaid() {
    repeatForEver();

    assertThat(scheduler.run(100)).isFalse();
  }

  private void repeatForEver() {
    scheduler.after(Duration.ofSeconds(1), this::repeatForEver);
  }

  private void startPausing(String name, int... seconds) {
    scheduler.start(
        machine,
        () -> {
          for (int each : seconds) {
            pauseAndTell(name, each);
          }
        });
  }

  private String pauseAndTell(String name, int seconds) {
    scheduler.pause(Duration.ofSeconds(seconds));
    story.add(name + seconds);
    return name;
  }
}
