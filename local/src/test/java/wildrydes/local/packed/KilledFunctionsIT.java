package wildrydes.local.packed;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.emulators.Stack;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.local.ChangedTemplate;
import wildrydes.local.FinishedRides;
import wildrydes.local.packed.Border.Side;
import wildrydes.local.sqs.EventSource;

/**
 * The deployed jars as processes, fed by the queues and killed in the middle of their work, while
 * riders keep asking. Afterwards nothing is lost and nothing is double.
 *
 * <p>{@code -Dsoak.kills=300} for a long run, {@code -Dsoak.seed} to repeat the order of the kills.
 */
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init") // Started before the test.
class KilledFunctionsIT {

  private static final int KILLS = Integer.getInteger("soak.kills", 24);
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

  /** Shorter than the product's, so that leases end and unicorns are claimed again meanwhile. */
  private static final int RIDE_SECONDS = 20;

  private static final int UNICORNS = 200;
  private static final int PROCESSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  private Deployment deployment;
  private final Map<String, FunctionPool> pools = new TreeMap<>();
  private final List<EventSource> sources = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    // Each kill fails a batch: that is no news here.
    Configurator.setLevel(EventSource.class, Level.OFF);
    Path template =
        ChangedTemplate.in(
            folder,
            Map.of(
                "VisibilityTimeout: 180", "VisibilityTimeout: 2",
                "VisibilityTimeout: 30", "VisibilityTimeout: 2",
                "Default: 5\n    MinValue: 5", "Default: 2\n    MinValue: 2",
                "Default: 300\n    MinValue: 60",
                    "Default: %1$d\n    MinValue: %1$d".formatted(RIDE_SECONDS)));
    var settings =
        new StackSettings(
            template,
            StackSettings.STACK_NAME,
            Map.of("MaximumConcurrency", Integer.toString(PROCESSES)),
            0,
            0,
            Optional.empty());
    deployment =
        new Deployment(
            Stack.start(settings), CloudWatchEmulator.start(0, InstantSource.system()));
    for (String function : List.of("RequestApiFunction", "DispatcherFunction", "RecorderFunction")) {
      pools.put(function, FunctionPool.start(deployment, function, PROCESSES, folder));
    }
    feed("DispatcherFunction", "RideRequestQueue");
    feed("RecorderFunction", "RideOutcomeQueue");
  }

  private void feed(String function, String queue) {
    QueueSource source = deployment.function(function).queueSources().getFirst();
    Stack stack = deployment.stack();
    sources.add(
        new EventSource(stack.sqs(), stack.queueUrl(queue), source, pool(function)));
  }

  @AfterEach
  void stop() {
    sources.forEach(EventSource::close);
    pools.values().forEach(FunctionPool::close);
    deployment.close();
    deployment.stack().close();
  }

  @Test
  void nothingIsLostAndNothingIsDouble() throws Exception {
    System.out.printf("%d kills, -Dsoak.seed=%d%n", KILLS, SEED);
    var random = new Random(SEED);
    for (int i = 0; i < UNICORNS; i++) {
      deployment.add("Unicorn " + i, KilledCity.place(random));
    }
    var nemesis = new Nemesis(pools, new Random(random.nextLong()));
    var riders = new EagerRiders(pool("RequestApiFunction"), new Random(random.nextLong()));

    long t0 = System.nanoTime();
    try (riders) {
      riders.start();
      nemesis.strike(KILLS);
      System.out.println("struck " + (System.nanoTime() - t0) / 1000000);
    }
    System.out.println("accepted " + (System.nanoTime() - t0) / 1000000);
    int replayed = new SoakedQueues(deployment.stack()).drain(PATIENCE);

    System.out.println("drained " + (System.nanoTime() - t0) / 1000000);
    for (FunctionPool pool : pools.values()) {
      for (PackedFunction process : pool.everStarted()) {
        Files.readAllLines(process.stdout()).stream().filter(l -> (l.contains("WARN") || l.contains("ERROR")) && !l.contains("after its lease") && !l.contains("nobody came")).forEach(System.out::println);
      }
    }
    var finished =
        FinishedRides.read(
            deployment.stack().dynamoDb(),
            deployment.stack().tableName("RidesTable"),
            deployment.stack().tableName("UnicornsTable"));
    var counted = new CountedRides(deployment, finished, pool("RecorderFunction").uncounted());
    System.out.println(summary(nemesis, riders, finished, replayed));
    assertThatEachKeyIsOneRide(riders);
    finished.assertThatExactlyTheseAreDecided(rides(riders));
    finished.assertThatNoUnicornServesTwoRidesAtOnce();
    finished.assertThatTheFleetKeptThePromises(Duration.ofSeconds(RIDE_SECONDS));
    assertThat(finished.unicorns()).hasSize(UNICORNS);
    counted.assertThatTheyAgreeWithTheRecords();
    assertThatNobodyComplainedAndNothingPrivateWasLogged(riders);
    assertThatEachBorderWasHit(nemesis);
  }

  private static void assertThatEachKeyIsOneRide(EagerRiders riders) {
    assertThat(riders.surprises()).isEmpty();
    assertThat(riders.ridesByKey()).allSatisfy((_, rides) -> assertThat(rides).hasSize(1));
    assertThat(rides(riders)).hasSameSizeAs(riders.ridesByKey().keySet());
  }

  private static Set<String> rides(EagerRiders riders) {
    return riders.ridesByKey().values().stream()
        .flatMap(Set::stream)
        .collect(toUnmodifiableSet());
  }

  private void assertThatNobodyComplainedAndNothingPrivateWasLogged(EagerRiders riders)
      throws IOException {
    assertThat(riders.posts()).isGreaterThanOrEqualTo(riders.ridesByKey().size());
    for (FunctionPool pool : pools.values()) {
      assertThat(pool.errors()).as(pool.name()).isEmpty();
      for (PackedFunction process : pool.everStarted()) {
        assertThat(Files.readString(process.stdout())).doesNotContain(KilledCity.TRACES);
        assertThat(process.errors()).isEmpty();
      }
    }
  }

  private static void assertThatEachBorderWasHit(Nemesis nemesis) {
    if (KILLS < 24) {
      return;
    }
    for (Border border : Border.values()) {
      for (Side side : Side.values()) {
        assertThat(nemesis.kills()).containsKey(Nemesis.name(border, side));
      }
    }
  }

  private String summary(
      Nemesis nemesis, EagerRiders riders, FinishedRides finished, int replayed) {
    var lines = new ArrayList<String>();
    lines.add("Kills: " + nemesis.kills());
    pools.forEach((function, pool) -> lines.add(function + " died " + pool.killed() + " times"));
    lines.add(
        "Rides: %d, asked for %d times"
            .formatted(riders.ridesByKey().size(), riders.posts()));
    lines.add(
        "Outcomes: %d ASSIGNED, %d UNASSIGNED"
            .formatted(
                finished.inState("ASSIGNED").count(), finished.inState("UNASSIGNED").count()));
    lines.add("Dead letters replayed: " + replayed);
    lines.add(
        "Counted: %.0f ASSIGNED, %.0f UNASSIGNED, %.0f FAILED; kills explain %d uncounted"
            .formatted(
                deployment.sumOf("RidesAssigned"),
                deployment.sumOf("RidesUnassigned"),
                deployment.sumOf("RidesFailed"),
                pool("RecorderFunction").uncounted().size()));
    return String.join("\n", lines);
  }

  private FunctionPool pool(String function) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException(function);
    }
    return pool;
  }
}
