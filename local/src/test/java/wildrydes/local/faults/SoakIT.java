package wildrydes.local.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Riders who ask as fast as the machine answers, for a while: more than it can dispatch. */
class SoakIT {

  private static final int PHONES = 32;
  private static final int TOWNS = 120;

  @TempDir Path folder;

  @Test
  void underMoreLoadThanItHoldsEveryRideAcceptedIsDecidedInTheEnd() throws IOException {
    long seed = Soak.seed();
    var campaign = new Campaign(FaultPlan.NONE);
    var towns = new Towns(seed, TOWNS);
    try (var pipeline =
        RiggedPipeline.unhurried(folder, campaign, towns, "soak", RiggedPipeline::byItsOtherName)) {
      var poison = new Poison(pipeline.stack());
      var crowd = new Crowd(pipeline.endpoints().api(), towns, seed, Duration.ZERO);
      var stopwatch = new Stopwatch();
      long end = System.nanoTime() + Duration.ofSeconds(Soak.seconds()).toNanos();

      crowd.ride(PHONES, _ -> System.nanoTime() < end);
      double riding = stopwatch.lap("seconds of riding");
      var backlog =
          new Backlog(pipeline.stack(), poison, Duration.ofSeconds(120L + 4L * Soak.seconds()));
      backlog.drain();
      double draining = stopwatch.lap("seconds until all was done");

      int accepted = crowd.accepted().size();
      long decided = campaign.ledger().outcomeWrites().size();
      new Checker(pipeline, crowd, poison, backlog)
          .check("As fast as the machine answers")
          .with("seed", seed)
          .with("accepted a second", Math.round(accepted / riding))
          .with("decided a second", Math.round(decided / (riding + draining)))
          .with(stopwatch)
          .publish();
    }
  }
}
