package wildrydes.emulators.cloudwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.SettableClock;

class MemoryBudgetTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int BUDGET = 10_000;
  private static final int METRICS = 20;

  private final SettableClock clock = new SettableClock(NOON);
  private final MetricStore store = new MetricStore(clock, BUDGET);
  private final Random random = new Random(20_260_101);

  @Test
  void allMetricsTogetherStayWithinTheBudget() {
    for (int each = 0; each < 200_000; each++) {
      put(each % METRICS, random.nextInt(1_000_000));
      clock.advance(Duration.ofMillis(100));
      assertThat(store.weight()).isLessThanOrEqualTo(BUDGET);
    }
  }

  @Test
  void recentTotalsStayWhenTheirDetailGoes() {
    for (int each = 0; each < 100_000; each++) {
      put(each % METRICS, each);
      clock.advance(Duration.ofMillis(20));
    }

    var lastHour = new TimeWindow(NOON, NOON.plusSeconds(3_600), 3_600);
    for (int metric = 0; metric < METRICS; metric++) {
      assertThat(store.read(id(metric), Optional.empty(), lastHour).values())
          .extracting(Distribution::sampleCount)
          .containsExactly(5_000.0);
    }
  }

  @Test
  void theNewestDetailGoesLast() {
    for (int each = 0; each < 8_000; each++) {
      put(0, each);
    }
    clock.advance(Duration.ofMinutes(30));

    for (int each = 0; each < 8_000; each++) {
      put(0, each);
    }

    assertThat(percentile(0, NOON)).isEqualTo(4_000.0);
    assertThat(percentile(0, clock.instant())).isEqualTo(3_999.0);
  }

  @Test
  void oldDataIsMergedByTheHourBeforeItIsDropped() {
    for (int minute = 0; minute < 600; minute++) {
      put(0, 1);
      clock.advance(Duration.ofMinutes(1));
    }
    clock.advance(Duration.ofHours(4));
    putDifferent(0, 7_700);

    assertThat(minutesOf(NOON)).containsOnlyKeys(NOON);
    assertThat(minutesOf(NOON.plusSeconds(9 * 3_600))).hasSize(60);

    putDifferent(7_700, 10_100);

    assertThat(minutesOf(NOON)).isEmpty();
    assertThat(minutesOf(clock.instant()).values())
        .extracting(Distribution::sampleCount)
        .containsExactly(10_100.0);
  }

  @Test
  void evenMoreMetricsThanFitKeepTheBudget() {
    for (int metric = 0; metric < 5_000; metric++) {
      put(metric, metric);
      assertThat(store.weight()).isLessThanOrEqualTo(BUDGET);
    }
    assertThat(store.newest()).containsKey(id(4_999));
  }

  private void put(int metric, double value) {
    store.put(
        "N", MetricSample.of("M" + metric, Map.of(), StandardUnit.COUNT, clock.instant(), value));
  }

  private void putDifferent(int from, int to) {
    for (int value = from; value < to; value++) {
      put(0, value);
    }
  }

  private NavigableMap<Instant, Distribution> minutesOf(Instant hour) {
    var window = new TimeWindow(hour, hour.plusSeconds(3_600), 60);
    return store.read(id(0), Optional.empty(), window);
  }

  private double percentile(int metric, Instant minute) {
    var window = new TimeWindow(minute, minute.plusSeconds(60), 60);
    var samples = store.read(id(metric), Optional.empty(), window).firstEntry().getValue();
    return Statistic.named("p50").orElseThrow().of(samples).orElseThrow();
  }

  private static MetricId id(int metric) {
    return MetricId.of("N", "M" + metric, Map.of());
  }
}
