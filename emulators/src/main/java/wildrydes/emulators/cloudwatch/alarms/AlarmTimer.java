package wildrydes.emulators.cloudwatch.alarms;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has all alarms judged again and again. CloudWatch does it once a minute; a complete period is
 * noticed sooner here, for a laptop's rides are over sooner.
 */
public final class AlarmTimer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(AlarmTimer.class.getName());

  private final Alarms alarms;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("cloudwatch-alarms").factory());

  public AlarmTimer(Alarms alarms, Duration every) {
    this.alarms = alarms;
    var _ =
        timer.scheduleWithFixedDelay(
            this::judgeAll, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void judgeAll() {
    alarms.all().forEach(this::judge);
  }

  private void judge(Alarm alarm) {
    try {
      alarms.judge(alarm);
    } catch (RuntimeException bug) {
      // Thrown further, it would end the timer, and no alarm would ever go off again.
      LOG.log(Level.ERROR, "Judging the alarm " + alarm.name() + " failed", bug);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
