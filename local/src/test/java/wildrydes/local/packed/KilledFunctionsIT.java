package wildrydes.local.packed;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.local.FinishedRides;
import wildrydes.local.packed.Border.Side;

/**
 * The deployed jars as processes, fed by the queues and killed in the middle of their work, while
 * riders keep asking. Afterwards nothing is lost and nothing is double.
 *
 * <p>{@code -Dsoak.kills=300} for a long run, {@code -Dsoak.seed} to repeat the order of the kills.
 */
@EnabledOnOs(OS.LINUX)
class KilledFunctionsIT {

  /** Enough for both sides of each border, and some at other moments. */
  private static final int ONE_ROUND = 24;

  private static final int KILLS = Integer.getInteger("soak.kills", ONE_ROUND);
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

  private static final int UNICORNS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingIsDouble() throws Exception {
    System.out.printf("%d kills, -Dsoak.seed=%d%n", KILLS, SEED);
    var random = new Random(SEED);
    try (var pipeline = KillablePipeline.start(folder)) {
      for (int i = 0; i < UNICORNS; i++) {
        pipeline.deployment().add("Unicorn " + i, KilledCity.place(random));
      }
      var nemesis = new Nemesis(pipeline.pools(), new Random(random.nextLong()));
      var riders =
          new EagerRiders(pipeline.pool("RequestApiFunction"), new Random(random.nextLong()));

      try (riders) {
        riders.start();
        nemesis.strike(KILLS);
      }
      int replayed = new SoakedQueues(pipeline.deployment().stack()).drain(PATIENCE);

      FinishedRides finished = pipeline.finishedRides();
      System.out.println(summary(pipeline, nemesis, riders, finished, replayed));
      assertThatEachKeyIsOneRide(riders);
      finished.assertThatExactlyTheseAreDecided(rides(riders));
      finished.assertThatNoUnicornServesTwoRidesAtOnce();
      finished.assertThatTheFleetKeptThePromises(KillablePipeline.RIDE_TIME);
      assertThat(finished.unicorns()).hasSize(UNICORNS);
      counted(pipeline, finished).assertThatTheyAgreeWithTheRecords();
      pipeline.assertThatAllProcessesWereDiscreet();
      assertThatEachBorderWasHit(nemesis);
    }
  }

  private static void assertThatEachKeyIsOneRide(EagerRiders riders) {
    assertThat(riders.surprises()).isEmpty();
    assertThat(riders.ridesByKey()).allSatisfy((_, rides) -> assertThat(rides).hasSize(1));
    assertThat(rides(riders)).hasSameSizeAs(riders.ridesByKey().keySet());
  }

  private static void assertThatEachBorderWasHit(Nemesis nemesis) {
    if (KILLS >= ONE_ROUND) {
      for (Border border : Border.values()) {
        for (Side side : Side.values()) {
          assertThat(nemesis.kills()).containsKey(Nemesis.name(border, side));
        }
      }
    }
  }

  private static Set<String> rides(EagerRiders riders) {
    return riders.ridesByKey().values().stream().flatMap(Set::stream).collect(toUnmodifiableSet());
  }

  private static CountedRides counted(KillablePipeline pipeline, FinishedRides finished) {
    return new CountedRides(
        pipeline.deployment(), finished, pipeline.pool("RecorderFunction").uncounted());
  }

  private static String summary(
      KillablePipeline pipeline,
      Nemesis nemesis,
      EagerRiders riders,
      FinishedRides finished,
      int replayed) {
    return """
        Kills by border: %s
        Kills by function: %s
        Rides: %d, asked for %d times
        Outcomes: %d ASSIGNED, %d UNASSIGNED; counted %.0f, %.0f and %.0f FAILED
        Recorded and not counted, as kills explain: at most %d
        Deliveries that were not the first: %s
        Dead letters replayed: %d"""
        .formatted(
            nemesis.kills(),
            byFunction(pipeline, FunctionPool::killed),
            riders.ridesByKey().size(),
            riders.posts(),
            finished.inState("ASSIGNED").count(),
            finished.inState("UNASSIGNED").count(),
            pipeline.deployment().sumOf("RidesAssigned"),
            pipeline.deployment().sumOf("RidesUnassigned"),
            pipeline.deployment().sumOf("RidesFailed"),
            pipeline.pool("RecorderFunction").uncounted().size(),
            byFunction(pipeline, FunctionPool::redeliveries),
            replayed);
  }

  private static String byFunction(KillablePipeline pipeline, ToIntFunction<FunctionPool> number) {
    return pipeline.pools().entrySet().stream()
        .map(pool -> pool.getKey() + " " + number.applyAsInt(pool.getValue()))
        .collect(Collectors.joining(", "));
  }
}
