package wildrydes.emulators.cloudwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final long SEED = 20_260_101;

  @Test
  void aPercentileIsExact() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      double[] values =
          random
              .doubles(1 + random.nextInt(400), 0, 1_000)
              .map(value -> Math.round(value) / 4.0)
              .toArray();
      var samples = of(values);
      double[] sorted = DoubleStream.of(values).sorted().toArray();

      for (int tenths = 0; tenths <= 1_000; tenths += 1 + random.nextInt(9)) {
        assertThat(samples.percentile(BigDecimal.valueOf(tenths, 1)))
            .as("seed %d, round %d, p%s", SEED, round, tenths / 10.0)
            .hasValue(bruteForce(sorted, tenths));
      }
    }
  }

  @Test
  void theMedianOfAnEvenNumberIsTheLowerOfTheTwo() {
    assertThat(of(4, 1, 3, 2).percentile(new BigDecimal("50"))).hasValue(2);
  }

  @Test
  void aPercentileIsNotOffByOneWhereBinaryFractionsAre() {
    var samples = of(DoubleStream.iterate(1, value -> value + 1).limit(1_000).toArray());

    assertThat(samples.percentile(new BigDecimal("99.9"))).hasValue(999);
  }

  @Test
  void aCountWeighsAsManySamples() {
    var samples = new Distribution();

    samples.add(new Measurement.Counted(new TreeMap<>(Map.of(10.0, 90.0, 500.0, 10.0))));

    assertThat(samples.percentile(new BigDecimal("90"))).hasValue(10);
    assertThat(samples.percentile(new BigDecimal("90.1"))).hasValue(500);
    assertThat(samples.sampleCount()).isEqualTo(100);
    assertThat(samples.average()).isEqualTo(59);
  }

  @Test
  void aSummaryAddsUpButHidesPercentiles() {
    var samples = of(5);

    samples.add(new Measurement.StatisticSet(4, 20, 2, 9));

    assertThat(samples.sampleCount()).isEqualTo(5);
    assertThat(samples.sum()).isEqualTo(25);
    assertThat(samples.minimum()).isEqualTo(2);
    assertThat(samples.maximum()).isEqualTo(9);
    assertThat(samples.percentile(new BigDecimal("50"))).isEmpty();
    assertThat(Statistic.named("tm50").orElseThrow().of(samples)).isEmpty();
  }

  @Test
  void aSummaryOfEqualSamplesHidesNothing() {
    var samples = of(5);

    samples.add(new Measurement.StatisticSet(3, 21, 7, 7));

    assertThat(samples.percentile(new BigDecimal("50"))).hasValue(7);
  }

  @Test
  void aNegativeValueLeavesNoPercentile() {
    assertThat(of(-1, 2, 3).percentile(new BigDecimal("50"))).isEmpty();
    assertThat(of(-1, 2, 3).minimum()).isEqualTo(-1);
  }

  @Test
  void aMergeIsAsIfAllWerePutTogether() {
    var merged = of(1, 2, 3);

    merged.add(of(4, 5));

    assertThat(merged.percentile(new BigDecimal("80"))).hasValue(4);
    assertThat(merged.sampleCount()).isEqualTo(5);
    assertThat(merged.maximum()).isEqualTo(5);
  }

  @Test
  void moreValuesThanAreKeptCostHalfAPercentOfPrecision() {
    var values = new Random(SEED).doubles(Distribution.EXACT_VALUES + 20_000, 1, 2_000).toArray();
    double[] sorted = DoubleStream.of(values).sorted().toArray();

    var samples = of(values);

    assertThat(samples.weight()).isLessThan(Distribution.EXACT_VALUES + 4_000);
    double exact = bruteForce(sorted, 990);
    assertThat(samples.percentile(new BigDecimal("99")).orElseThrow())
        .isCloseTo(exact, within(exact * 0.005));
    assertThat(samples.maximum()).isEqualTo(sorted[sorted.length - 1]);
  }

  @Test
  void coarseValuesCostFivePercentOfPrecisionAndNoTotals() {
    var values = new Random(SEED).doubles(10_000, 1, 2_000).toArray();
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    var samples = of(values);
    double sum = samples.sum();

    samples.coarsen();

    assertThat(samples.weight()).isLessThan(320);
    double exact = bruteForce(sorted, 500);
    assertThat(samples.percentile(new BigDecimal("50")).orElseThrow())
        .isCloseTo(exact, within(exact * 0.05));
    assertThat(samples.sum()).isEqualTo(sum);
    assertThat(samples.maximum()).isEqualTo(sorted[sorted.length - 1]);
  }

  private static double bruteForce(double[] sorted, int tenths) {
    int rank = (tenths * sorted.length + 999) / 1_000;
    return sorted[Math.max(rank, 1) - 1];
  }

  private static Distribution of(double... values) {
    var samples = new Distribution();
    for (double value : values) {
      samples.add(Measurement.of(value));
    }
    return samples;
  }
}
