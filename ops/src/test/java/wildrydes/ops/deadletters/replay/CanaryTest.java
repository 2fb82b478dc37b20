package wildrydes.ops.deadletters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.replay.ReplayReport.Ending;
import wildrydes.ops.deadletters.replay.ReplayReport.Followed;

/** The first ride of a replay, which tells whether the others would come through. */
class CanaryTest {

  private final World world = new World(1);

  @Test
  void theCanaryIsFollowedToItsEndBeforeTheRestIsSent() {
    for (int i = 0; i < 4; i++) {
      world.failed();
    }

    ReplayReport report = world.execute(TestRules.USUAL);

    Instant canary = world.sendings.get(0).at();
    Instant next = world.sendings.get(1).at();
    assertThat(Duration.between(canary, next)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(report.recorded("ASSIGNED")).isEqualTo(4);
    assertThat(report.left()).isEmpty();
    assertThat(world.deadLetters()).isEmpty();
  }

  @Test
  void aCanaryThatFailsAgainStopsEverything() {
    RideRequested canary = world.failed(Duration.ofHours(2));
    world.failed();
    world.record(world.failed().rideId(), "ASSIGNED");
    world.fates.put(canary.rideId(), Fate.failing());

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.ending()).isEqualTo(Ending.CANARY);
    assertThat(report.failedAgain())
        .extracting(Followed::end)
        .containsExactly(new End.FailedAgain("unreadable-message"));
    assertThat(report.notSent()).isEqualTo(1);
    assertThat(world.sendings).hasSize(1);
    assertThat(world.deadLetters()).hasSize(3);
    assertThat(world.nothingIsHeld()).isTrue();
  }

  @Test
  void aCanaryWhoseEndIsNotKnownInTimeStopsEverything() {
    RideRequested canary = world.failed(Duration.ofHours(2));
    world.failed();
    world.fates.put(canary.rideId(), Fate.lost());

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.ending()).isEqualTo(Ending.CANARY);
    assertThat(report.open()).hasSize(1);
    assertThat(Duration.between(World.BEGIN, world.instant()))
        .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
    assertThat(world.audit.entries().getLast().outcome()).isEqualTo("not known yet");
    assertThat(world.sendings).hasSize(1);
  }
}
