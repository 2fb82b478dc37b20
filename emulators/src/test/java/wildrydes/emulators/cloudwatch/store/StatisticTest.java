package wildrydes.emulators.cloudwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
  private static final long SEED = 20_260_301;

  @Test
  void aNameMeansWhatItMeansOnCloudWatch() {
    assertThat(Statistic.named("Sum")).contains(Statistic.Simple.SUM);
    assertThat(Statistic.named("p99.9"))
        .contains(new Statistic.Percentile("p99.9", new BigDecimal("99.9")));
    assertThat(Statistic.named("p100"))
        .contains(new Statistic.Percentile("p100", new BigDecimal("100")));
  }

  @ParameterizedTest(name = "{0} of 1 to 10 is {1}")
  @CsvSource({
    "tm90, 5",
    "tm100, 5.5",
    "tm0, 1",
    "TM(:90%), 5",
    "TM(10%:90%), 5.5",
    "tm(10%:90%), 5.5",
    "TM(90%:), 10",
    "TM(100%:), 10",
    "TM(2:5), 4",
    "TM(8:), 9.5",
    "TM(:2.5), 1.5",
    "IQM, 5.5",
    "iqm, 5.5",
    "TM(25%:75%), 5.5",
    "wm90, 5.4",
    "WM(20%:80%), 5.5",
    "WM(4:7), 5.5",
    "wm(:5), 4",
    "tc90, 9",
    "TC(25%:75%), 6",
    "TC(2:5), 3",
    "TC(20:30), 0",
    "ts90, 45",
    "TS(80%:), 19",
    "TS(2:5), 12",
    "TS(20:30), 0",
    "PR(:3), 30",
    "PR(3:5), 20",
    "PR(5:), 50",
    "PR(0.5:10), 100"
  })
  void aRangeLeavesTheRestOut(String name, double expected) {
    assertThat(value(name, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).isEqualTo(expected);
  }

  @Test
  void thereIsNoMeanOfNothing() {
    assertThat(Statistic.named("TM(20:30)").orElseThrow().of(of(1, 2, 3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sum",
        "SUM",
        "p",
        "p101",
        "p100.5",
        "p-1",
        "p5.",
        "P50",
        "TM90",
        "IQM50",
        "tm101",
        "TM()",
        "TM(:)",
        "TM(90%:10%)",
        "TM(10%:10%)",
        "TM(10%:90)",
        "TM(10%:101%)",
        "PR90",
        "PR(10%:90%)",
        "TM(1:2",
        "tm(90%)",
        "TM(-1:2)",
        "TM(5%:5.00%)",
        "xm90"
      })
  void anyOtherNameMeansNothing(String name) {
    assertThat(Statistic.named(name)).isEmpty();
  }

  @Test
  void aRangeIsThatOfAStraightforwardReference() {
    var random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      double[] values =
          random.doubles(1 + random.nextInt(200), 0, 50).map(each -> Math.round(each)).toArray();
      int low = random.nextInt(50);
      int high = low + 1 + random.nextInt(50);
      check(values, low, high);
    }
  }

  /** The reference: sort, cut off the ends, loop. */
  private static void check(double[] values, int low, int high) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int from = low * sorted.length / 100;
    int to = (high * sorted.length + 99) / 100;
    double[] kept = Arrays.copyOfRange(sorted, from, to);
    double[] winsorized = sorted.clone();
    Arrays.fill(winsorized, 0, from, kept[0]);
    Arrays.fill(winsorized, to, sorted.length, kept[kept.length - 1]);
    String percents = "(%d%%:%d%%)".formatted(low, high);
    same("TM" + percents, values, Arrays.stream(kept).average().orElseThrow());
    same("WM" + percents, values, Arrays.stream(winsorized).average().orElseThrow());
    same("TC" + percents, values, kept.length);
    same("TS" + percents, values, Arrays.stream(kept).sum());

    DoublePredicate inside = value -> value > low && value <= high;
    double[] between = Arrays.stream(values).filter(inside).toArray();
    double clamped = Arrays.stream(values).map(each -> Math.clamp(each, low, high)).sum();
    String bounds = "(%d:%d)".formatted(low, high);
    same("TC" + bounds, values, between.length);
    same("TS" + bounds, values, Arrays.stream(between).sum());
    same("PR" + bounds, values, 100.0 * between.length / values.length);
    same("WM" + bounds, values, clamped / values.length);
  }

  private static void same(String name, double[] values, double expected) {
    assertThat(value(name, values))
        .as("%s of %s, seed %d", name, Arrays.toString(values), SEED)
        .isCloseTo(expected, within(1e-9));
  }

  private static double value(String name, double... values) {
    return Statistic.named(name).orElseThrow().of(of(values)).orElseThrow();
  }

  private static Distribution of(double... values) {
    var counts = new TreeMap<Double, Double>();
    Arrays.stream(values).forEach(each -> counts.merge(each, 1.0, Double::sum));
    var samples = new Distribution();
    samples.add(new Measurement.Counted(counts));
    return samples;
  }
}
