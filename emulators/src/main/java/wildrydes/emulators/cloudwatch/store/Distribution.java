package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * All samples of one metric and unit in one stretch of time, never empty once published. The first
 * {@value #EXACT_VALUES} different values are kept as they are; further ones are kept at three
 * significant digits, so memory stays bounded and a percentile is off by at most 0.5 %. Sums,
 * counts and extremes are always exact.
 */
public final class Distribution {
  static final int EXACT_VALUES = 5_000;
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final TreeMap<Double, Double> countByValue = new TreeMap<>();
  private double sampleCount;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private boolean summarised;

  Distribution() {}

  void add(Measurement measurement) {
    switch (measurement) {
      case Measurement.Counted(var counted) ->
          counted.forEach(
              (value, count) -> {
                count(value, count);
                total(count, value * count, value, value);
              });
      case Measurement.StatisticSet(var count, var total, var lowest, var highest) -> {
        if (count == 1 || lowest == highest) {
          // The two summaries from which the values are known, so CloudWatch has percentiles.
          count(lowest, count);
        } else {
          summarised = true;
        }
        total(count, total, lowest, highest);
      }
    }
  }

  void add(Distribution other) {
    other.countByValue.forEach(this::count);
    summarised |= other.summarised;
    total(other.sampleCount, other.sum, other.minimum, other.maximum);
  }

  private void count(double value, double count) {
    boolean exact = countByValue.size() < EXACT_VALUES || countByValue.containsKey(value);
    double kept = exact ? value : BigDecimal.valueOf(value).round(THREE_DIGITS).doubleValue();
    countByValue.merge(kept, count, Double::sum);
  }

  private void total(double count, double total, double lowest, double highest) {
    sampleCount += count;
    sum += total;
    minimum = Math.min(minimum, lowest);
    maximum = Math.max(maximum, highest);
  }

  public double sampleCount() {
    return sampleCount;
  }

  public double sum() {
    return sum;
  }

  public double average() {
    return sum / sampleCount;
  }

  public double minimum() {
    return minimum;
  }

  public double maximum() {
    return maximum;
  }

  /**
   * By nearest rank: the smallest value put that at least {@code percent} of the samples do not
   * exceed. So p50 of 1, 2, 3, 4 is 2, p0 the minimum and p100 the maximum, and the answer is
   * always a value that was put. Empty, as on CloudWatch, when a summary hides the values or one of
   * them is negative.
   *
   * @param percent 0 to 100
   */
  public OptionalDouble percentile(BigDecimal percent) {
    if (!hasValues()) {
      return OptionalDouble.empty();
    }
    double rank = rank(percent);
    double passed = 0;
    for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
      passed += entry.getValue();
      if (passed >= rank) {
        return OptionalDouble.of(entry.getKey());
      }
    }
    return OptionalDouble.of(maximum);
  }

  /**
   * The mean of the lowest {@code percent} of the samples, a share of a sample counting as a whole
   * one and at least one sample counting. Empty when {@link #percentile} is.
   *
   * @param percent 0 to 100
   */
  public OptionalDouble trimmedMean(BigDecimal percent) {
    if (!hasValues()) {
      return OptionalDouble.empty();
    }
    double kept = Math.min(sampleCount, Math.max(1, Math.ceil(rank(percent))));
    double left = kept;
    double total = 0;
    for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
      double taken = Math.min(left, entry.getValue());
      total += taken * entry.getKey();
      left -= taken;
    }
    return OptionalDouble.of(total / kept);
  }

  private boolean hasValues() {
    return !summarised && minimum >= 0;
  }

  /** In decimals: as a double, 99.9 % of 1,000 is just above 999, which would be one rank off. */
  private double rank(BigDecimal percent) {
    return percent.multiply(BigDecimal.valueOf(sampleCount)).movePointLeft(2).doubleValue();
  }
}
