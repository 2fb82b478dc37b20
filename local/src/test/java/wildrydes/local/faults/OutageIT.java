package wildrydes.local.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** Services that are gone for seconds, first with a bang, then in silence, while riders ride on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {

  private static final int PHONES = 4;
  private static final int TOWNS = 30;
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<URI, Line> lines = new ConcurrentHashMap<>();
  private final Campaign campaign = new Campaign(FaultPlan.NONE);

  @SuppressWarnings("NullAway.Init") // Started before all tests.
  private RiggedPipeline pipeline;

  @SuppressWarnings("NullAway.Init")
  private Towns towns;

  private long seed;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    seed = Soak.seed();
    towns = new Towns(seed, TOWNS);
    pipeline =
        RiggedPipeline.hurried(
            folder,
            campaign,
            towns,
            "outages",
            service -> lines.computeIfAbsent(service, Line::new).endpoint());
  }

  @AfterAll
  void stop() throws IOException {
    pipeline.close();
    lines.values().forEach(Line::close);
  }

  @Test
  void whileDynamoDbIsGoneRidersAreToldToWaitAndWhatWasAcceptedSurvives() throws Exception {
    ridersAreToldToWaitWhile(line(pipeline.endpoints().dynamodb()), "DynamoDB gone for a while");
  }

  @Test
  void whileSqsIsGoneRidersAreToldToWaitAndWhatWasAcceptedSurvives() throws Exception {
    ridersAreToldToWaitWhile(line(pipeline.endpoints().sqs()), "SQS gone for a while");
  }

  @Test
  void whileCloudWatchIsGoneRidesGoOnUncounted() throws Exception {
    Line cloudWatch = line(pipeline.endpoints().cloudwatch());
    try (var riders = new Riders()) {
      riders.awaitAccepted(20);

      cloudWatch.cut();
      riders.awaitSettled(20);
      cloudWatch.hang();
      riders.awaitSettled(20);
      cloudWatch.mend();
      riders.awaitAccepted(20);

      riders.goHome();
      var backlog = riders.drain();
      // Nothing failed, and nothing came back: each batch was held up by one call at most.
      assertThat(riders.crowd.unavailable()).isZero();
      assertThat(backlog.replayed()).isZero();
      assertThat(campaign.mostAttempts(PutMetricDataRequest.class)).isEqualTo(1);
      var report = riders.check("CloudWatch gone for a while", backlog);
      report.publish();
      assertThat(report.facts().get("outcomes uncounted")).isNotEqualTo(0L);
    }
  }

  private void ridersAreToldToWaitWhile(Line line, String title) throws IOException {
    try (var riders = new Riders()) {
      riders.awaitAccepted(20);

      line.cut();
      riders.awaitUnavailable(20);
      line.mend();
      riders.awaitAccepted(20);
      line.hang();
      riders.awaitUnavailable(PHONES);
      line.mend();
      riders.awaitAccepted(20);

      riders.goHome();
      var backlog = riders.drain();
      riders.check(title, backlog).publish();
    }
  }

  private Line line(URI service) {
    return requireNonNull(lines.get(service));
  }

  /** A crowd that rides until it is sent home. */
  private final class Riders implements AutoCloseable {

    private final AtomicBoolean goingHome = new AtomicBoolean();
    private final Poison poison = new Poison(pipeline.stack());
    private final Crowd crowd =
        new Crowd(pipeline.endpoints().api(), towns, seed + System.nanoTime(), PAUSE);
    private final Thread riding =
        Thread.startVirtualThread(() -> crowd.ride(PHONES, _ -> !goingHome.get()));

    /** Waits for so many more. */
    void awaitAccepted(int more) {
      int before = crowd.accepted().size();
      await("riders to be accepted")
          .atMost(PATIENCE)
          .until(() -> crowd.accepted().size() >= before + more);
    }

    void awaitUnavailable(int more) {
      long before = crowd.unavailable();
      await("riders to be told to wait")
          .atMost(PATIENCE)
          .until(() -> crowd.unavailable() >= before + more);
    }

    /** Waits until so many more rides were accepted and each of them has its outcome. */
    void awaitSettled(int more) {
      int before = crowd.accepted().size();
      awaitAccepted(more);
      for (var ride : crowd.accepted().subList(before, before + more)) {
        await("an outcome of " + ride)
            .atMost(PATIENCE)
            .until(() -> !crowd.look(ride).path("Status").asText().equals("REQUESTED"));
      }
    }

    void goHome() {
      goingHome.set(true);
      await("the riders to go home").atMost(PATIENCE).until(() -> !riding.isAlive());
    }

    Backlog drain() {
      var backlog = new Backlog(pipeline.stack(), poison, PATIENCE.multipliedBy(2));
      backlog.drain();
      return backlog;
    }

    Report check(String title, Backlog backlog) {
      return new Checker(pipeline, crowd, poison, backlog).check(title).with("seed", seed);
    }

    @Override
    public void close() {
      goingHome.set(true);
    }
  }
}
