package wildrydes.ops.deadletters.replay;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.Audit.Action;
import wildrydes.ops.deadletters.Audit.Entry;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.replay.ReplayReport.Ending;

/** Every port call of a replay is cut off once; whatever the point, the next runs put it right. */
class CutOffReplayTest {

  private static final int RIDES = 6;

  /** A queue of everything: rides to save, one decided, one that nobody can read, one double. */
  private static final class Scene {
    final World world = new World(7);
    final List<RideRequested> rides = Stream.generate(world::failed).limit(RIDES).toList();
    final RideRequested decided = world.failed();
    final Set<String> messages;

    Scene() {
      world.record(decided.rideId(), "UNASSIGNED");
      world.lie(Lane.REQUESTS, rides.getFirst());
      world.lie(Lane.REQUESTS, "poison", Duration.ofHours(1), "Reason", "unreadable-message");
      messages = world.deadLetters().stream().map(DeadLetter::messageId).collect(toSet());
    }

    ReplayReport run(Trouble trouble) {
      return new Replay(
              trouble.on(DeadLetterQueues.class, world),
              trouble.on(RideRecords.class, world),
              trouble.on(Audit.class, world),
              world)
          .execute(Scope.everything(), TestRules.USUAL, Silent.WATCHER, () -> false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereverARunIsCutOffTheNextOneGoesOn(Trouble.Kind kind) {
    int calls = callsOfAnUntroubledRun();
    for (int strikesAt = 1; strikesAt <= calls; strikesAt++) {
      var scene = new Scene();
      var trouble = new Trouble(kind, strikesAt);

      boolean crashed = false;
      try {
        ReplayReport report = scene.run(trouble);
        assertThat(report.ending()).as("strikes at %s", strikesAt).isEqualTo(Ending.FAILURE);
        assertThat(report.failure()).containsInstanceOf(Trouble.Fault.class);
      } catch (Trouble.Crash e) {
        crashed = true;
      }

      assertThat(crashed).isEqualTo(kind.isCrash());
      assertThatNothingIsLost(scene, strikesAt);
      goOnUntilDone(scene, strikesAt);
      assertThatAllIsWell(scene, strikesAt);
    }
  }

  @Test
  void aRunIsManyCalls() {
    assertThat(callsOfAnUntroubledRun()).isGreaterThan(50);
  }

  private static int callsOfAnUntroubledRun() {
    var untroubled = new Trouble(Trouble.Kind.CRASH_BEFORE, Integer.MAX_VALUE);
    new Scene().run(untroubled);
    return untroubled.calls();
  }

  private static void goOnUntilDone(Scene scene, int strikesAt) {
    for (int run = 0; run < 3; run++) {
      // What a dead run held comes back first.
      scene.world.sleep(TestRules.USUAL.hold());
      ReplayReport report = scene.run(new Trouble(Trouble.Kind.FAULT_BEFORE, Integer.MAX_VALUE));
      assertThat(report.ending()).as("strikes at %s", strikesAt).isEqualTo(Ending.COMPLETE);
    }
  }

  /** Each message lies where it was, was sent, or stands in the audit as a whole. */
  private static void assertThatNothingIsLost(Scene scene, int strikesAt) {
    Set<RideId> sent = scene.world.sendings.stream().map(World.Sending::rideId).collect(toSet());
    Set<String> lying =
        scene.world.deadLetters().stream().map(DeadLetter::messageId).collect(toSet());
    Set<String> written =
        scene.world.audit.entries().stream()
            .filter(entry -> entry.body().isPresent())
            .map(Entry::messageId)
            .collect(toSet());
    Map<String, Optional<RideId>> rideOf =
        new Scene()
            .world.deadLetters().stream().collect(toMap(DeadLetter::messageId, DeadLetter::rideId));
    assertThat(scene.messages)
        .as("strikes at %s", strikesAt)
        .allMatch(
            id ->
                lying.contains(id)
                    || written.contains(id)
                    || rideOf
                        .getOrDefault(id, Optional.empty())
                        .filter(sent::contains)
                        .isPresent());
  }

  private static void assertThatAllIsWell(Scene scene, int strikesAt) {
    assertThat(scene.world.deadLetters())
        .as("strikes at %s", strikesAt)
        .extracting(DeadLetter::body)
        .containsExactly("poison");
    Map<RideId, Long> sendings =
        scene.world.sendings.stream().collect(groupingBy(World.Sending::rideId, counting()));
    assertThat(sendings.keySet())
        .containsExactlyInAnyOrderElementsOf(
            scene.rides.stream().map(RideRequested::rideId).toList());
    // A copy for the one that was on its way, no more.
    assertThat(sendings.values().stream().mapToLong(Long::longValue).sum())
        .as("strikes at %s", strikesAt)
        .isBetween((long) RIDES, RIDES + 1L);
    scene.messages.forEach(id -> assertThatTheAuditIsConsistent(scene.world, id));
  }

  /** Nothing is done before it is said, and nothing leaves without a word. */
  private static void assertThatTheAuditIsConsistent(World world, String message) {
    List<Action> actions =
        world.audit.entries().stream()
            .filter(entry -> entry.messageId().equals(message))
            .map(Entry::action)
            .filter(action -> action != Action.FOLLOWED)
            .toList();
    for (int i = 0; i < actions.size(); i++) {
      if (actions.get(i) == Action.REPLAYED) {
        assertThat(actions.get(i - 1)).isEqualTo(Action.REPLAYING);
      }
    }
    boolean lies = world.deadLetters().stream().anyMatch(l -> l.messageId().equals(message));
    assertThat(lies || !actions.isEmpty()).as("%s: %s", message, actions).isTrue();
  }
}
