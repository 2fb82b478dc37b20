package wildrydes.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * A while of even load, and what became of its rides.
 *
 * @param begin when the first was due
 * @param time until when they came
 * @param offered how many came
 * @param rides those of them that were assigned
 */
record Step(double ridesPerSecond, Instant begin, Duration time, int offered, List<Ride> rides) {

  /** More rides at work at the end than in the middle, as a share of those that came meanwhile. */
  private static final double GROWTH = 0.1;

  private static final int THIRDS = 3;
  private static final int SAMPLES = 50;

  /**
   * One ride.
   *
   * @param due when it should have been asked for
   * @param answered when that had been accepted
   * @param assigned when the recorder wrote down that it is
   */
  record Ride(Instant due, Instant answered, Instant assigned) {

    private boolean isAtWork(Instant now) {
      return !due.isAfter(now) && assigned.isAfter(now);
    }
  }

  /** Rides that were not accepted, or not assigned in time. */
  int lost() {
    return offered - rides.size();
  }

  /** Whether the pipeline kept up: nobody is lost, and the queues did not grow. */
  boolean isSustained() {
    double meanwhile = (double) offered / THIRDS;
    return lost() == 0 && atWork(2) - atWork(1) <= GROWTH * meanwhile + 1;
  }

  /** Rides on their way, in the mean over a third of the time: 0, 1 or 2. */
  double atWork(int third) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double share = (third + (i + 0.5) / SAMPLES) / THIRDS;
      Instant now = begin.plusNanos((long) (time.toNanos() * share));
      sum += rides.stream().filter(ride -> ride.isAtWork(now)).count();
    }
    return sum / SAMPLES;
  }

  double acceptedMillis(double percentile) {
    return millis(percentile, Ride::answered);
  }

  double assignedMillis(double percentile) {
    return millis(percentile, Ride::assigned);
  }

  private double millis(double percentile, Function<Ride, Instant> end) {
    var histogram = new Histogram(3);
    for (Ride ride : rides) {
      histogram.recordValue(
          Math.max(0, Duration.between(ride.due, end.apply(ride)).toNanos() / 1000));
    }
    return histogram.getValueAtPercentile(percentile) / 1000.0;
  }
}
