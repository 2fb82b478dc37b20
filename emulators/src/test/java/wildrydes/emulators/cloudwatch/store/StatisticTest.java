package wildrydes.emulators.cloudwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
  @Test
  void aNameMeansWhatItMeansOnCloudWatch() {
    assertThat(Statistic.named("Sum")).contains(Statistic.Simple.SUM);
    assertThat(Statistic.named("p99.9"))
        .contains(new Statistic.Percentile("p99.9", new BigDecimal("99.9")));
    assertThat(Statistic.named("p100"))
        .contains(new Statistic.Percentile("p100", new BigDecimal("100")));
    assertThat(Statistic.named("tm95"))
        .contains(new Statistic.TrimmedMean("tm95", new BigDecimal("95")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sum", "SUM", "p", "p101", "p100.5", "p-1", "p5.", "P50", "tc90", "IQM"})
  void anyOtherNameMeansNothing(String name) {
    assertThat(Statistic.named(name)).isEmpty();
  }
}
