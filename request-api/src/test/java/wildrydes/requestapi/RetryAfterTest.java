package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride.Status;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final PassingTime time = new PassingTime(NOW);
  private final RetryAfter retryAfter = new RetryAfter(time);

  @ParameterizedTest
  @CsvSource({"-60, 1", "0, 1", "1, 1", "3, 1.5", "10, 5", "40, 20", "3600, 20"})
  void aRideIsAskedForAgainAfterHalfOfItsAge(long age, double seconds) {
    assertThat(retryAfter.of(requested(NOW.minusSeconds(age)))).isEqualTo(ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0, 1", "8, 0, 8", "8, 3, 5", "8, 6, 3", "300, 0, 20"})
  void aRideIsExpectedToTakeAsLongAsTheLatest(double took, double age, double seconds) {
    retryAfter.seen(assigned(NOW.minus(ofSeconds(took)), NOW));
    retryAfter.seen(assigned(NOW.minusSeconds(100), NOW.minusSeconds(40)));

    assertThat(retryAfter.of(requested(NOW.minus(ofSeconds(age))))).isEqualTo(ofSeconds(seconds));
  }

  @Test
  void whatWasSeenIsForgottenAfterAMinute() {
    retryAfter.seen(assigned(NOW.minusSeconds(8), NOW));
    time.pause(Duration.ofSeconds(60));

    assertThat(retryAfter.of(requested(time.instant()))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void onlyAssignedRidesTellHowLongRidesTake() {
    var late = List.of(new Stage(Stage.Name.RECORDED, NOW));
    retryAfter.seen(ride(NOW.minusSeconds(75), new Status.Unassigned(), late));
    retryAfter.seen(ride(NOW.minusSeconds(75), new Status.Requested(), List.of()));

    assertThat(retryAfter.of(requested(NOW))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aServiceIsLeftAloneForLongerTheLongerItHasNotAnswered() {
    assertThat(retryAfter.trouble()).isEqualTo(Duration.ofSeconds(1));
    time.pause(Duration.ofSeconds(12));
    assertThat(retryAfter.trouble()).isEqualTo(Duration.ofSeconds(6));

    retryAfter.troubleIsOver();

    assertThat(retryAfter.trouble()).isEqualTo(Duration.ofSeconds(1));
  }

  private static Ride requested(Instant time) {
    return ride(time, new Status.Requested(), List.of());
  }

  private static Ride assigned(Instant requested, Instant recorded) {
    var status = new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 10, 1);
    return ride(requested, status, List.of(new Stage(Stage.Name.RECORDED, recorded)));
  }

  private static Ride ride(Instant requested, Status status, List<Stage> decided) {
    var id = RideId.of(new byte[16]);
    return new Ride(id, "alice", new Location(47.6, -122.3), requested, status, decided);
  }

  private static Duration ofSeconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
