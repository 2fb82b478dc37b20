package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * All samples of one metric and unit in one stretch of time, never empty once published. The first
 * {@value #EXACT_VALUES} different values are kept as they are; further ones are kept at three
 * significant digits, so memory stays bounded and a percentile is off by at most 0.5 %. Sums,
 * counts and extremes are always exact.
 */
public final class Distribution {
  static final int EXACT_VALUES = 50_000;
  private static final int OWN_WEIGHT = 3;
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final int exactValues;
  private final TreeMap<Double, Double> countByValue = new TreeMap<>();
  private double sampleCount;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private boolean summarised;

  /** Whether all values it keeps are coarse already, so that they need not be made so again. */
  private boolean coarse;

  /** One to keep. */
  Distribution() {
    this(EXACT_VALUES);
  }

  private Distribution(int exactValues) {
    this.exactValues = exactValues;
  }

  /** One to answer from: however many are added to it, it is as exact as they are. */
  static Distribution toRead() {
    return new Distribution(Integer.MAX_VALUE);
  }

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
    boolean exact = countByValue.size() < exactValues || countByValue.containsKey(value);
    keep(exact ? value : rounded(value, THREE_DIGITS), count);
  }

  private void keep(double value, double count) {
    coarse &= countByValue.containsKey(value);
    countByValue.merge(value, count, Double::sum);
  }

  private static double rounded(double value, MathContext digits) {
    return BigDecimal.valueOf(value).round(digits).doubleValue();
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
   * always a value that was put. CloudWatch does not say how it finds percentiles, but that "p99 is
   * the maximum value of the remaining 99%": nearest rank, not interpolation. Empty, as on
   * CloudWatch, when a summary hides the values or one of them is negative.
   *
   * @param percent 0 to 100
   */
  public OptionalDouble percentile(BigDecimal percent) {
    if (!hasValues()) {
      return OptionalDouble.empty();
    }
    double rank = rank(percent, sampleCount).doubleValue();
    double passed = 0;
    for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
      passed += entry.getValue();
      if (passed >= rank) {
        return OptionalDouble.of(entry.getKey());
      }
    }
    return OptionalDouble.of(maximum);
  }

  /** What lies in a range. Empty when {@link #percentile} is. */
  Optional<SampleRange.Within> in(SampleRange range) {
    return hasValues() ? Optional.of(range.of(countByValue, sampleCount)) : Optional.empty();
  }

  /** What it takes in memory, in values kept: what it is itself weighs as much as a few of them. */
  int weight() {
    return OWN_WEIGHT + countByValue.size();
  }

  /** Keeps its values at two significant digits: a percentile is then off by at most 5 %. */
  void coarsen() {
    if (coarse) {
      return;
    }
    var exact = new TreeMap<>(countByValue);
    countByValue.clear();
    exact.forEach((value, count) -> keep(rounded(value, TWO_DIGITS), count));
    coarse = true;
  }

  /** Keeps its totals and extremes only, so that it has no percentiles any more. */
  void summarise() {
    countByValue.clear();
    summarised = true;
  }

  private boolean hasValues() {
    return !summarised && minimum >= 0;
  }

  /** In decimals: as a double, 99.9 % of 1,000 is just above 999, which would be one rank off. */
  static BigDecimal rank(BigDecimal percent, double samples) {
    return percent.multiply(BigDecimal.valueOf(samples)).movePointLeft(2);
  }
}
