package wildrydes.ops.deadletters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Judgement;
import wildrydes.ops.deadletters.Lane;

class PlanTest {

  private final World world = new World(1);

  @Test
  void aPlanTellsWhatWouldMoveAndTouchesNothing() {
    RideRequested older = world.failed(Duration.ofHours(2));
    RideRequested newer = world.failed(Duration.ofHours(1));
    world.failed("Replays", "3");
    world.lie(Lane.REQUESTS, "no message", Duration.ofHours(1), "Reason", "unreadable-message");
    world.record(world.failed().rideId(), "ASSIGNED");
    world.lie(Lane.REQUESTS, world.unknown());
    world.lie(Lane.REQUESTS, newer);
    List<String> before = ids();

    Plan plan =
        world.replay().plan(Scope.everything(), TestRules.USUAL, Silent.WATCHER, () -> false);

    assertThat(plan.replayable())
        .extracting(Candidate::judgement)
        .containsExactly(
            new Judgement.Replayable(older.rideId()), new Judgement.Replayable(newer.rideId()));
    assertThat(plan.decided()).hasSize(1);
    assertThat(plan.doubles()).hasSize(1);
    assertThat(plan.refused())
        .extracting(candidate -> candidate.judgement().getClass().getSimpleName())
        .containsExactlyInAnyOrder("ReplayedTooOften", "Unreadable", "NoSuchRide");
    assertThat(ids()).isEqualTo(before);
    assertThat(world.nothingIsHeld()).isTrue();
    assertThat(world.sendings).isEmpty();
    assertThat(world.audit.entries()).isEmpty();
    assertThat(world.instant()).isEqualTo(World.BEGIN);
  }

  @Test
  void aPlanKeepsToTheScopeAndTheLimit() {
    for (int i = 0; i < 5; i++) {
      world.failed("Reason", "mine");
      world.failed("Reason", "other");
    }
    var mine = new Scope(List.of(Lane.REQUESTS), c -> c.cause().text().equals("mine"));

    Plan plan = world.replay().plan(mine, TestRules.with(3, 5, true), Silent.WATCHER, () -> false);

    assertThat(plan.replayable()).hasSize(3);
    assertThat(plan.beyondLimit()).isEqualTo(2);
    assertThat(plan.notMatching()).isEqualTo(5);
  }

  @Test
  void whatSomebodyElseHoldsIsCounted() {
    world.failed();
    world.failed();
    world.receive(Lane.REQUESTS, 1, Duration.ofMinutes(1));

    Plan plan =
        world.replay().plan(Scope.everything(), TestRules.USUAL, Silent.WATCHER, () -> false);

    assertThat(plan.replayable()).hasSize(1);
    assertThat(plan.heldByOthers()).isEqualTo(1);
  }

  private List<String> ids() {
    return world.deadLetters().stream().map(DeadLetter::messageId).toList();
  }
}
