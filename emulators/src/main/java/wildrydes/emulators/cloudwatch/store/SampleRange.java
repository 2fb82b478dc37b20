package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Which samples of a distribution count. */
sealed interface SampleRange {
  /**
   * Between two shares of all samples, in order of value. A sample that a boundary cuts counts as a
   * whole one, and at least one sample counts; so {@code tm90} of ten samples is of the lowest
   * nine, and its greatest sample is p90.
   *
   * @param low 0 to 100
   * @param high 0 to 100
   */
  record ByPercent(BigDecimal low, BigDecimal high) implements SampleRange {
    @Override
    public Within of(SortedMap<Double, Double> countByValue, double all) {
      double to = Math.max(1, rank(high, all, RoundingMode.CEILING));
      double from = Math.min(rank(low, all, RoundingMode.FLOOR), Math.min(to, all) - 1);
      var within = new Counting();
      double passed = 0;
      for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
        double after = passed + entry.getValue();
        double count = Math.min(after, to) - Math.max(passed, from);
        if (count > 0) {
          within.count(entry.getKey(), count);
        }
        passed = after;
      }
      return within.edged(from, within.first, all - Math.min(to, all), within.last);
    }

    private static double rank(BigDecimal percent, double all, RoundingMode rounding) {
      return Distribution.rank(percent, all).setScale(0, rounding).doubleValue();
    }
  }

  /** Above the lower value, up to and including the higher one; a bound left out bounds nothing. */
  record ByValue(Optional<Double> low, Optional<Double> high) implements SampleRange {
    @Override
    public Within of(SortedMap<Double, Double> countByValue, double all) {
      var within = new Counting();
      double below = 0;
      double above = 0;
      for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
        double value = entry.getKey();
        if (low.isPresent() && value <= low.get()) {
          below += entry.getValue();
        } else if (high.isPresent() && value > high.get()) {
          above += entry.getValue();
        } else {
          within.count(value, entry.getValue());
        }
      }
      return within.edged(below, low.orElse(0.0), above, high.orElse(0.0));
    }
  }

  /** What {@code countByValue} has in this range, of {@code all} samples. */
  Within of(SortedMap<Double, Double> countByValue, double all);

  /**
   * The samples in the range.
   *
   * @param winsorizedSum of all samples, those outside taken for the boundary on their side
   */
  record Within(double count, double sum, double winsorizedSum, double all) {}

  /** Adds up. */
  final class Counting {
    private double count;
    private double sum;
    private double first = Double.NaN;
    private double last;

    private Counting() {}

    private void count(double value, double times) {
      count += times;
      sum += value * times;
      first = Double.isNaN(first) ? value : first;
      last = value;
    }

    private Within edged(double below, double lowEdge, double above, double highEdge) {
      return new Within(
          count, sum, below * lowEdge + sum + above * highEdge, below + count + above);
    }
  }
}
