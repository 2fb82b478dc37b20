package wildrydes.local;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.emulators.Clients;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/**
 * {@code ./rides local --data DIR}, killed again and again while riders ask, and started again on
 * the same data.
 *
 * <p>{@code -Dsoak.restarts=50} for a long run, {@code -Dsoak.seed} to repeat the order of things.
 */
class KilledPipelineIT {

  private static final int KILLS = Integer.getInteger("soak.restarts", 3);
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

  private static final int MAX_ACCEPTED_A_ROUND = 20;

  /** Rides that nobody has seen accepted when the program dies, and that are asked for again. */
  private static final int UNSURE_A_ROUND = 10;

  private static final Duration RIDE_TIME = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void everyRideThatWasAcceptedReachesItsOutcomeAndNoneIsDoubled() throws Exception {
    System.out.printf("%d kills of the local pipeline, -Dsoak.seed=%d%n", KILLS, SEED);
    var random = new Random(SEED);
    var riders = new PersistentRiders(new Random(random.nextLong()));

    for (int round = 0; round < KILLS; round++) {
      try (LocalProgram program = start()) {
        Endpoints endpoints = program.awaitReady();
        if (round == 0) {
          addFleet(endpoints, random);
        }
        riders.assertThatAllAcceptedAreThere(endpoints.api());
        // Half of the kills come with the very 202 that they wait for.
        int delayMillis = random.nextBoolean() ? 0 : random.nextInt(300);
        riders.askUntil(
            1 + random.nextInt(MAX_ACCEPTED_A_ROUND), endpoints.api(), program::kill, delayMillis);
        assertThat(program.process().isAlive()).isFalse();
      }
    }

    try (LocalProgram program = start()) {
      Endpoints endpoints = program.awaitReady();
      riders.assertThatAllAcceptedAreThere(endpoints.api());
      riders.askAgainWhereUnsure(endpoints.api());
      Set<String> accepted =
          riders.ridesByKey().values().stream().flatMap(Set::stream).collect(toUnmodifiableSet());
      FinishedRides finished = awaitOutcomes(endpoints);

      System.out.printf(
          "%d kills, %d rides, %d of them answered twice or more%n",
          KILLS, accepted.size(), riders.answeredAgain());
      assertThat(riders.ridesByKey()).allSatisfy((_, rides) -> assertThat(rides).hasSize(1));
      assertThat(accepted).hasSameSizeAs(riders.ridesByKey().keySet());
      finished.assertThatExactlyTheseAreDecided(accepted);
      assertThat(finished.inState("ASSIGNED")).hasSameSizeAs(accepted);
      finished.assertThatNoUnicornServesTwoRidesAtOnce();
      finished.assertThatTheFleetKeptThePromises(RIDE_TIME);
      assertThat(program.errors()).isEmpty();
    }
  }

  private LocalProgram start() throws Exception {
    // A delivery that a kill interrupts comes again after seconds, and as often as it takes.
    Path template =
        ChangedTemplate.in(folder, Map.of("VisibilityTimeout: 180", "VisibilityTimeout: 2"));
    return LocalProgram.start(
        folder,
        "--template",
        template.toString(),
        "--data",
        folder.resolve("data").toString(),
        "--parameter",
        "MaxReceiveCount=1000");
  }

  private static void addFleet(Endpoints endpoints, Random random) {
    try (DynamoDbClient dynamoDb = Clients.dynamoDb(endpoints.dynamodb())) {
      for (int i = 0; i < (KILLS + 1) * (MAX_ACCEPTED_A_ROUND + UNSURE_A_ROUND); i++) {
        var unicorn = new Unicorn("Unicorn " + i, "White", "Female");
        Location place = PersistentRiders.somewhere(random);
        dynamoDb.putItem(
            p -> p.tableName("WildRydes-Unicorns").item(UnicornItem.of(unicorn, place)));
      }
    }
  }

  private static FinishedRides awaitOutcomes(Endpoints endpoints) {
    try (DynamoDbClient dynamoDb = Clients.dynamoDb(endpoints.dynamodb())) {
      return await("outcomes")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> FinishedRides.read(dynamoDb, "WildRydes-Rides", "WildRydes-Unicorns"),
              read -> read.inState("REQUESTED").findAny().isEmpty());
    }
  }
}
