package wildrydes.emulators.cloudwatch.judging;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The periods that an alarm looks at: complete ones only, the newest ended just now. They are more
 * than it evaluates, so that datapoints that come late or are missing in between do not leave it
 * without any. AWS does not say how many more; its examples have two, and so has this.
 *
 * @param newest the first second of the newest complete period
 * @param period seconds
 */
public record EvaluationRange(long newest, int period, int periods) {
  private static final int BEYOND_EVALUATED = 2;

  public static EvaluationRange at(Instant now, int period, int evaluationPeriods) {
    long second = now.getEpochSecond();
    long current = second - Math.floorMod(second, (long) period);
    return new EvaluationRange(current - period, period, evaluationPeriods + BEYOND_EVALUATED);
  }

  /** The first instant of its oldest period. */
  public Instant start() {
    return Instant.ofEpochSecond(newest - (periods - 1L) * period);
  }

  /** The first instant after its newest period. */
  public Instant end() {
    return Instant.ofEpochSecond(newest + period);
  }

  /** Each period's first instant, the newest first. */
  List<Instant> newestFirst() {
    return LongStream.range(0, periods)
        .mapToObj(age -> Instant.ofEpochSecond(newest - age * period))
        .toList();
  }
}
