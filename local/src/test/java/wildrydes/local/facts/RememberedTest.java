package wildrydes.local.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long now;
  private long lookTakes;
  private int looks;

  private final Remembered<Integer> number =
      new Remembered<>(this::look, Duration.ofSeconds(1), () -> now);

  @Test
  void whoAsksSoonAfterIsToldTheSame() {
    number.get();
    now += SECOND - 1;

    assertThat(number.get()).isEqualTo(1);
  }

  @Test
  void whoAsksLaterMakesItLookAgain() {
    number.get();
    now += SECOND;

    assertThat(number.get()).isEqualTo(2);
  }

  /** A scan of a huge table must not go on all the time. */
  @Test
  void whatTookLongIsKeptForLonger() {
    lookTakes = 3 * SECOND;
    number.get();
    now += 30 * SECOND - 1;

    assertThat(number.get()).isEqualTo(1);

    now += 1;

    assertThat(number.get()).isEqualTo(2);
  }

  @Test
  void aFailureIsNotKept() {
    var failing =
        new Remembered<Integer>(
            () -> {
              if (looks == 0) {
                looks++;
                throw new IllegalStateException("away");
              }
              return look();
            },
            Duration.ofSeconds(1),
            () -> now);

    assertThatThrownBy(failing::get).hasMessage("away");

    assertThat(failing.get()).isEqualTo(2);
  }

  private int look() {
    now += lookTakes;
    return ++looks;
  }
}
