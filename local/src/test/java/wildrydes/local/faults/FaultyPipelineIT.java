package wildrydes.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Riders, duplicates and poison, while every fifth call of the functions goes wrong. */
class FaultyPipelineIT {

  private static final int PERCENT = 20;
  private static final int PHONES = 24;
  private static final int RIDES_PER_POISON = 50;
  private static final int RIDES_PER_LATE_ASSIGNMENT = 10;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndNothingHappensTwice() throws IOException {
    long seed = Soak.seed();
    int rides = Soak.rides();
    var campaign = new Campaign(new FaultPlan(seed, PERCENT));
    var towns = new Towns(seed, Math.clamp(rides / 30, 10, 150));
    try (var pipeline =
        RiggedPipeline.hurried(folder, campaign, towns, "faults", RiggedPipeline::byItsOtherName)) {
      var poison = new Poison(pipeline.stack());
      var crowd = new Crowd(pipeline.endpoints().api(), towns, seed, Duration.ofMillis(5));

      var stopwatch = new Stopwatch();
      crowd.ride(
          PHONES,
          number -> {
            if (number % RIDES_PER_POISON == 0) {
              poison.sendNonsense();
              crowd.newest().ifPresent(ride -> poison.sendAbout(ride.rideId()));
            }
            if (number % RIDES_PER_LATE_ASSIGNMENT == 0) {
              crowd.newest().ifPresent(ride -> LateAssignment.send(pipeline.stack(), ride));
            }
            return number < rides;
          });
      stopwatch.lap("seconds of faults");
      campaign.stopFaults();
      var backlog =
          new Backlog(pipeline.stack(), poison, Duration.ofMinutes(2).plusMillis(20L * rides));
      backlog.drain();
      stopwatch.lap("seconds until all was done");

      new Checker(pipeline, crowd, poison, backlog)
          .check("Real parts under faults")
          .with("seed", seed)
          .with(stopwatch)
          .publish();
      // Else the run has proved nothing.
      assertThat(campaign.faultsByKind().keySet()).hasSameSizeAs(Fault.values());
      assertThat(campaign.faultCount()).isGreaterThan(rides);
      assertThat(crowd.givenUp()).isZero();
    }
  }
}
