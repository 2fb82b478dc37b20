package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import wildrydes.local.commands.OperatorsShell;
import wildrydes.local.commands.OperatorsShell.Run;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;

/**
 * Rides that failed while the fleet was away, saved by {@code ./rides dlq replay}, which is killed
 * again and again and run again.
 *
 * <p>{@code -Dreplay.kills=50} for a long run, {@code -Dreplay.seed} to repeat the kills.
 */
class KilledReplayIT {

  private static final int KILLS = Integer.getInteger("replay.kills", 2);
  private static final long SEED = Long.getLong("replay.seed", System.nanoTime());
  private static final int RIDES_A_RUN = 5;
  private static final String OPTIONS =
      "--queue requests --execute --no-canary --rate 20 --hold 3s --timeout 30s --max-replays 100";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void everyRideIsSavedAndCountedOnceHoweverOftenTheToolIsKilled() throws Exception {
    System.out.printf("%d kills of a replay, -Dreplay.seed=%d%n", KILLS, SEED);
    var random = new Random(SEED);
    int rides = RIDES_A_RUN * (KILLS + 1);
    Path template = ChangedTemplate.impatient(folder);
    try (LocalPipeline pipeline = LocalPipeline.start(LocalSettings.inMemory(template))) {
      City city = City.somewhere(pipeline);
      Set<String> failed = StrandedRides.at(city, rides);
      for (int i = 0; i < rides; i++) {
        city.add("Unicorn " + i, 0.0001 * i);
      }

      for (int kill = 0; kill < KILLS; kill++) {
        int entries = auditEntries() + 1 + random.nextInt(2 * RIDES_A_RUN);
        try (ReplayProgram program = start(pipeline)) {
          await("%d entries in the audit".formatted(entries))
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(2))
              .until(() -> auditEntries() >= entries || !program.process().isAlive());
        }
      }
      finish(pipeline);

      FinishedRides finished = read(pipeline);
      finished.assertThatExactlyTheseAreDecided(failed);
      assertThat(finished.inState("ASSIGNED")).hasSize(rides);
      finished.assertThatNoUnicornServesTwoRidesAtOnce();
      assertThat(countOf("RidesFailed", pipeline)).isEqualTo(rides);
      assertThat(countOf("RidesAssigned", pipeline)).isEqualTo(rides);
      assertThat(replayed()).containsAll(failed);
    }
  }

  /** Runs it until nothing is left, each time when all that a killed run held has come back. */
  private void finish(LocalPipeline pipeline) throws IOException {
    var shell =
        new OperatorsShell(folder, ReplayProgram.environment(pipeline.endpoints(), folder), "");
    await("the end of the replay")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              await("the end of all holds")
                  .atMost(PATIENCE)
                  .until(() -> deadLetters(pipeline).held() == 0);
              Run run = shell.run("./rides dlq replay " + OPTIONS);
              assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 10);
              assertThat(deadLetters(pipeline).all()).isZero();
            });
  }

  private ReplayProgram start(LocalPipeline pipeline) throws IOException {
    return ReplayProgram.start(pipeline.endpoints(), folder, OPTIONS.split(" "));
  }

  private static Count deadLetters(LocalPipeline pipeline) {
    return new SqsDeadLetterQueues(pipeline.stack().sqs(), "WildRydes").count(Lane.REQUESTS);
  }

  private static FinishedRides read(LocalPipeline pipeline) {
    return await("outcomes")
        .atMost(PATIENCE)
        .until(
            () ->
                FinishedRides.read(
                    pipeline.stack().dynamoDb(), "WildRydes-Rides", "WildRydes-Unicorns"),
            read -> read.inState("FAILED").findAny().isEmpty());
  }

  private int auditEntries() throws IOException {
    return audit().size();
  }

  private List<String> audit() throws IOException {
    Path audit = folder.resolve("audit.jsonl");
    return Files.exists(audit) ? Files.readAllLines(audit) : List.of();
  }

  /** The rides of which the audit says that they were sent, or about to be. */
  private Set<String> replayed() throws IOException {
    Set<String> rides = new HashSet<>();
    for (String line : audit()) {
      JsonNode entry = new JsonMapper().readTree(line);
      if (entry.path("Action").asText().equals("REPLAYING")) {
        rides.add(entry.path("RideId").asText());
      }
    }
    return rides;
  }

  private static double countOf(String metric, LocalPipeline pipeline) {
    URI endpoint = pipeline.endpoints().cloudwatch();
    try (var cloudWatch =
        CloudWatchClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return cloudWatch
          .getMetricStatistics(
              g ->
                  g.namespace("WildRydes")
                      .metricName(metric)
                      .startTime(Instant.now().minusSeconds(3600))
                      .endTime(Instant.now().plusSeconds(60))
                      .period(60)
                      .statistics(Statistic.SUM))
          .datapoints()
          .stream()
          .mapToDouble(point -> point.sum())
          .sum();
    }
  }
}
