package wildrydes.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTest {

  private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final int RATE = 100;
  private static final int RIDES = 300;

  @Test
  void ridesThatAllTakeTheSameTimeAreSustained() {
    Step step = step(RIDES, _ -> 0.2);

    assertThat(step.isSustained()).isTrue();
    assertThat(step.atWork(1)).isBetween(19.0, 21.0);
    assertThat(step.assignedMillis(99)).isBetween(199.0, 201.0);
    assertThat(step.acceptedMillis(50)).isBetween(9.9, 10.1);
  }

  @Test
  void ridesThatWaitEverLongerAreNot() {
    // A quarter more than can be carried.
    assertThat(step(RIDES, i -> 0.2 + i * 0.25 / RATE).isSustained()).isFalse();
  }

  @Test
  void aLostRideIsNot() {
    Step step = step(RIDES + 1, _ -> 0.2);

    assertThat(step.lost()).isEqualTo(1);
    assertThat(step.isSustained()).isFalse();
  }

  /** A step of which {@code RIDES} rides are assigned after so many seconds. */
  private static Step step(int offered, IntToDoubleFunction seconds) {
    List<Step.Ride> rides =
        IntStream.range(0, RIDES)
            .mapToObj(
                i -> {
                  Instant due = BEGIN.plusMillis(1000L * i / RATE);
                  return new Step.Ride(
                      due,
                      due.plusMillis(10),
                      due.plusNanos((long) (seconds.applyAsDouble(i) * 1e9)));
                })
            .toList();
    return new Step(RATE, BEGIN, Duration.ofSeconds(RIDES / RATE), offered, rides);
  }
}
