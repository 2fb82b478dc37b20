package wildrydes.ops.deadletters.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.Audit.Action;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Judgement;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.replay.ReplayReport.Ending;
import wildrydes.ops.deadletters.replay.ReplayReport.Followed;

class ReplayTest {

  private final World world = new World(1);

  @Test
  void aMessageCarriesItsAttributesAndHowOftenItWasReplayed() {
    RideRequested ride =
        world.failed("RideId", "x", "Reason", "r", "Detail", "d", "Trace", "t", "Replays", "1");

    world.execute(TestRules.USUAL);

    assertThat(world.sendings)
        .extracting(World.Sending::rideId, World.Sending::attributes)
        .containsExactly(tuple(ride.rideId(), Map.of("RideId", "x", "Trace", "t", "Replays", "2")));
    assertThat(world.actions(ride.rideId()))
        .containsExactly(Action.REPLAYING, Action.REPLAYED, Action.FOLLOWED);
  }

  @Test
  void theRateIsKept() {
    for (int i = 0; i < 40; i++) {
      world.failed();
    }

    world.execute(TestRules.NO_CANARY);

    List<Instant> times = world.sendings.stream().map(World.Sending::at).toList();
    assertThat(times).hasSize(40);
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
    assertThat(Duration.between(times.getFirst(), times.getLast()))
        .isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void noMoreThanTheLimitIsSent() {
    for (int i = 0; i < 30; i++) {
      world.failed();
    }

    ReplayReport report = world.execute(TestRules.with(12, 5, true));

    assertThat(world.sendings).hasSize(12);
    assertThat(report.recorded("ASSIGNED")).isEqualTo(12);
    assertThat(world.deadLetters()).hasSize(18);
    assertThat(world.nothingIsHeld()).isTrue();
  }

  @Test
  void whatWasReplayedTooOftenTakesForce() {
    world.failed("Replays", "3");
    var forced =
        new ReplayRules(
            10, 5, 3, true, true, true, Duration.ofMinutes(1), 0.2, Duration.ofMinutes(2));

    ReplayReport refused = world.execute(TestRules.USUAL);
    ReplayReport done = world.execute(forced);

    assertThat(refused.rides()).isEmpty();
    assertThat(refused.refused())
        .extracting(Candidate::judgement)
        .hasOnlyElementsOfType(Judgement.ReplayedTooOften.class);
    assertThat(done.recorded("ASSIGNED")).isEqualTo(1);
    assertThat(world.sendings.getFirst().attributes()).containsEntry("Replays", "4");
  }

  @Test
  void ridesThatFailAgainOpenTheBreaker() {
    for (int i = 0; i < 200; i++) {
      RideRequested ride = world.failed(Duration.ofHours(300 - i));
      if (i >= 20) {
        world.fates.put(ride.rideId(), Fate.failing());
      }
    }

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.ending()).isEqualTo(Ending.BREAKER);
    long failed = report.failedAgain().size();
    assertThat((double) failed / (failed + report.recorded("ASSIGNED"))).isGreaterThan(0.2);
    assertThat(world.sendings.size()).isBetween(26, 80);
    assertThat(world.deadLetters()).hasSize(200 - 20);
    assertThat(world.nothingIsHeld()).isTrue();
  }

  @Test
  void fewFailuresAreToldAndStopNothing() {
    List<RideRequested> rides =
        IntStream.range(0, 50).mapToObj(i -> world.failed(Duration.ofHours(60 - i))).toList();
    world.fates.put(rides.get(10).rideId(), Fate.failing());
    world.fates.put(rides.get(20).rideId(), new Fate.DeadLettered(Duration.ofMinutes(15), ""));
    world.fates.put(
        rides.get(30).rideId(), new Fate.Recorded(Duration.ofSeconds(60), "UNASSIGNED"));

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(report.recorded("ASSIGNED")).isEqualTo(47);
    assertThat(report.recorded("UNASSIGNED")).isEqualTo(1);
    assertThat(report.failedAgain())
        .extracting(Followed::end)
        .containsExactly(
            new End.FailedAgain("unreadable-message"), new End.FailedAgain("retries exhausted"));
    assertThat(world.sendings).hasSize(50);
    assertThat(world.deadLetters()).hasSize(2).allMatch(letter -> letter.replays() == 1);
  }

  @Test
  void aRideOfACutOffRunIsClearedAwayAndNotSent() {
    RideRequested ride = world.failed();
    world.record(ride.rideId(), "ASSIGNED");

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.cleared()).isEqualTo(1);
    assertThat(world.sendings).isEmpty();
    assertThat(world.deadLetters()).isEmpty();
    assertThat(world.audit.entries()).hasSize(1);
    assertThat(world.audit.entries().getFirst().action()).isEqualTo(Action.DROPPED);
    assertThat(world.audit.entries().getFirst().outcome())
        .isEqualTo("already replayed: the ride is ASSIGNED");
    assertThat(world.audit.entries().getFirst().body())
        .hasValueSatisfying(b -> assertThat(b).contains(ride.rideId().value()));
  }

  @Test
  void ofTwoMessagesOfARideOneIsSent() {
    RideRequested ride = world.failed();
    world.lie(Lane.REQUESTS, ride, "Replays", "2");

    ReplayReport first = world.execute(TestRules.USUAL);

    assertThat(world.sendings).hasSize(1);
    assertThat(first.recorded("ASSIGNED")).isEqualTo(1);
    assertThat(world.execute(TestRules.USUAL).cleared() + first.cleared()).isEqualTo(1);
    assertThat(world.sendings).hasSize(1);
  }

  @Test
  void theNewsOfAFailureIsReplayedToo() {
    RideRequested ride = world.failed();
    world.delete(world.receive(Lane.REQUESTS, 1, Duration.ofMinutes(1)).getFirst());
    world.record(ride.rideId(), "REQUESTED");
    world.lie(
        Lane.OUTCOMES,
        new RideFailed(ride.rideId(), "retries exhausted", World.BEGIN, World.BEGIN));
    world.fates.put(ride.rideId(), new Fate.Recorded(Duration.ofSeconds(1), "FAILED"));

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.recorded("FAILED")).isEqualTo(1);
    assertThat(report.failedAgain()).isEmpty();
    assertThat(world.sendings.getFirst().lane()).isEqualTo(Lane.OUTCOMES);
  }

  @Test
  void aFailureThatIsRecordedAnewIsAFailure() {
    RideRequested ride = world.failed();
    world.record(ride.rideId(), "REQUESTED");
    world.fates.put(ride.rideId(), new Fate.Recorded(Duration.ofSeconds(1), "FAILED"));

    ReplayReport report = world.execute(TestRules.USUAL);

    assertThat(report.failedAgain())
        .extracting(Followed::end)
        .containsExactly(new End.FailedAgain("retries exhausted"));
  }

  @Test
  void whoeverInterruptsGetsBackWhatWasNotSent() {
    for (int i = 0; i < 30; i++) {
      world.failed();
    }

    ReplayReport report =
        world
            .replay()
            .execute(
                Scope.everything(),
                TestRules.NO_CANARY,
                Silent.WATCHER,
                () -> world.sendings.size() == 7);

    assertThat(report.ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(report.notSent()).isEqualTo(23);
    assertThat(world.deadLetters()).hasSize(23);
    assertThat(world.nothingIsHeld()).isTrue();
  }

  @Test
  void notFollowingEndsWithTheLastSending() {
    for (int i = 0; i < 10; i++) {
      world.failed();
    }
    var rules =
        new ReplayRules(
            100, 5, 3, false, false, false, Duration.ofMinutes(20), 0.2, Duration.ofMinutes(2));

    ReplayReport report = world.execute(rules);

    assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(world.sendings).hasSize(10);
    assertThat(Duration.between(World.BEGIN, world.instant())).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aLetterWhoseHoldRanOutIsLeftToItsNextHolder() {
    var slow = new ArrayList<Optional<DeadLetter>>();
    for (int i = 0; i < 3; i++) {
      world.failed(Duration.ofHours(9 - i));
    }
    ReplayWatcher sleepy =
        new Silent() {
          @Override
          public void sent(SentRide ride) {
            if (slow.isEmpty()) {
              // The machine was suspended, and somebody else took what came back.
              world.sleep(Duration.ofMinutes(3));
              slow.add(
                  world.receive(Lane.REQUESTS, 10, Duration.ofHours(1)).stream()
                      .filter(letter -> !letter.rideId().equals(Optional.of(ride.rideId())))
                      .findFirst());
            }
          }
        };

    ReplayReport report =
        world.replay().execute(Scope.everything(), TestRules.NO_CANARY, sleepy, () -> false);

    assertThat(world.sendings).hasSize(1);
    assertThat(report.notSent()).isEqualTo(2);
    assertThat(report.heldByOthers()).isPositive();
  }

  @Test
  void tenThousandMessagesAreReplayed() {
    List<RideRequested> rides = IntStream.range(0, 10_000).mapToObj(_ -> world.failed()).toList();
    world.latency = Duration.ofMillis(5);
    for (int i = 50; i < 10_000; i += 100) {
      world.fates.put(rides.get(i).rideId(), Fate.failing());
    }

    ReplayReport report = world.execute(TestRules.with(Integer.MAX_VALUE, 100, true));

    assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(report.recorded("ASSIGNED")).isEqualTo(9_900);
    assertThat(report.failedAgain()).hasSize(100);
    assertThat(world.deadLetters()).hasSize(100);
    assertThat(world.nothingIsHeld()).isTrue();
  }
}
