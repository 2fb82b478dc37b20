package wildrydes.emulators.cloudwatch;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.cloudwatch.api.Operation;

class AlarmTimerTest {
  private static final Duration OFTEN = Duration.ofMillis(5);

  /** A thread that dies of a bug would leave all alarms silent. */
  @Test
  void alarmsAreJudgedByThemselvesAlsoAfterAFailure() throws Exception {
    var clock = new SettableClock(LocalCloudWatch.NOON);
    var failing = new AtomicBoolean();
    var failed = new AtomicBoolean();
    try (var cloudWatch =
        CloudWatchEmulator.start(
            0,
            () -> {
              if (failing.get()) {
                failed.set(true);
                throw new IllegalStateException("The clock has stopped.");
              }
              return clock.instant();
            },
            OFTEN)) {
      declare(cloudWatch, "First");
      await().until(() -> cloudWatch.saysAlarm("First"));

      failing.set(true);
      await().untilTrue(failed);
      failing.set(false);

      declare(cloudWatch, "Second");
      await().until(() -> cloudWatch.saysAlarm("Second"));
    }
  }

  private static void declare(CloudWatchEmulator cloudWatch, String name) {
    cloudWatch.declare(
        "AWS::CloudWatch::Alarm",
        Operation.structure()
            .put("AlarmName", name)
            .put("Namespace", "N")
            .put("MetricName", "M")
            .put("Statistic", "Sum")
            .put("Period", 60)
            .put("EvaluationPeriods", 1)
            .put("Threshold", 0)
            .put("TreatMissingData", "breaching")
            .put("ComparisonOperator", "GreaterThanThreshold"));
  }
}
