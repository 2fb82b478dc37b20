package wildrydes.emulators.cloudwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.SettableClock;

class MetricStoreTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final MetricId SENT = MetricId.of("AWS/SQS", "Sent", Map.of("Queue", "rides"));

  private final SettableClock clock = new SettableClock(NOON);
  private final MetricStore store = new MetricStore(clock);

  @Test
  void periodsFollowEachOtherFromTheMinuteInWhichTheWindowStarts() {
    put(NOON.plusSeconds(59), 1);
    put(NOON.plusSeconds(60), 2);
    put(NOON.plusSeconds(359), 4);
    put(NOON.plusSeconds(360), 8);

    var sums = sums(new TimeWindow(NOON.plusSeconds(90), NOON.plusSeconds(361), 300));

    assertThat(sums)
        .containsExactly(entry(NOON.plusSeconds(60), 6.0), entry(NOON.plusSeconds(360), 8.0));
  }

  @Test
  void aPeriodAsLongAsTheWindowIsOneDatapoint() {
    put(NOON.plusSeconds(420), 1);
    put(NOON.plusSeconds(420 + 3_599), 2);

    var hour = new TimeWindow(NOON.plusSeconds(420), NOON.plusSeconds(420 + 3_600), 3_600);

    assertThat(sums(hour)).containsExactly(entry(NOON.plusSeconds(420), 3.0));
  }

  @Test
  void theEndOfAWindowIsOutsideIt() {
    put(NOON, 1);
    put(NOON.plusSeconds(60), 2);

    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(60), 60)))
        .containsExactly(entry(NOON, 1.0));
  }

  @Test
  void oneDimensionMoreIsAnotherMetric() {
    var window = new TimeWindow(NOON, NOON.plusSeconds(60), 60);
    put(NOON, 1);

    store.put("AWS/SQS", sample(Map.of("Queue", "rides", "Shard", "1"), NOON, 2));
    store.put("AWS/SQS", sample(Map.of(), NOON, 3));

    assertThat(sums(window)).containsExactly(entry(NOON, 1.0));
    assertThat(store.newest()).hasSize(3).containsValue(NOON);
  }

  @Test
  void dimensionsThatLookAlikeWhenPrintedStayApart() {
    store.put("N", sample(Map.of("a", "b, c=d"), NOON, 1));
    store.put("N", sample(Map.of("a", "b", "c", "d"), NOON, 1));

    assertThat(store.newest()).hasSize(2);
  }

  @Test
  void unitsAreReadTogetherOrApart() {
    var window = new TimeWindow(NOON, NOON.plusSeconds(60), 60);
    put(NOON, 1);
    store.put("AWS/SQS", MetricSample.of("Sent", SENT.dimensions(), StandardUnit.BYTES, NOON, 100));

    assertThat(sums(window)).containsExactly(entry(NOON, 101.0));
    assertThat(values("Sum", Optional.of(StandardUnit.BYTES), window))
        .containsExactly(entry(NOON, 100.0));
    assertThat(store.readByUnit(SENT, window))
        .containsOnlyKeys(StandardUnit.BYTES, StandardUnit.COUNT);
  }

  @Test
  void highResolutionSamplesStayApartByTheSecond() {
    IntStream.range(0, 20).forEach(second -> putSecond(NOON.plusSeconds(second)));

    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(20), 10)))
        .containsExactly(entry(NOON, 10.0), entry(NOON.plusSeconds(10), 10.0));
  }

  @Test
  void afterThreeHoursSecondsAreRolledUpIntoMinutes() {
    IntStream.range(0, 120).forEach(second -> putSecond(NOON.plusSeconds(second)));
    clock.advance(Duration.ofHours(4));

    put(clock.instant(), 7);

    assertThat(store.buckets()).isEqualTo(3);
    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(600), 60)))
        .containsExactly(entry(NOON, 60.0), entry(NOON.plusSeconds(60), 60.0));
  }

  @Test
  void afterADayMinutesAreRolledUpWithTheirPercentiles() {
    IntStream.range(0, 10).forEach(minute -> put(NOON.plusSeconds(60L * minute), minute));
    clock.advance(Duration.ofHours(25));

    put(clock.instant(), 7);

    var window = new TimeWindow(NOON, NOON.plusSeconds(600), 60);
    assertThat(sums(window)).containsExactly(entry(NOON, 10.0), entry(NOON.plusSeconds(300), 35.0));
    assertThat(values("p50", Optional.empty(), window))
        .containsExactly(entry(NOON, 2.0), entry(NOON.plusSeconds(300), 7.0));
  }

  @Test
  void periodsBelowAMinuteReachBackThreeHours() {
    putSecond(NOON);
    putSecond(NOON.plusSeconds(3_600));
    clock.advance(Duration.ofHours(3).plusSeconds(60));

    assertThat(sums(new TimeWindow(NOON, clock.instant(), 10)))
        .containsExactly(entry(NOON.plusSeconds(3_600), 1.0));
    assertThat(sums(new TimeWindow(NOON, clock.instant(), 60))).hasSize(2);
    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(30), 10))).isEmpty();
  }

  @Test
  void aPercentileOfAnHourIsAsExactAsThoseOfItsMinutes() {
    for (int value = 0; value < 60_000; value++) {
      put(NOON.plusSeconds(value % 3_600), value);
    }

    assertThat(
            values(
                "p5.761", Optional.empty(), new TimeWindow(NOON, NOON.plusSeconds(3_600), 3_600)))
        .containsExactly(entry(NOON, 3_456.0));
  }

  @Test
  void memoryStaysBoundedOverDays() {
    for (int minute = 0; minute < 20 * 24 * 60; minute++) {
      put(clock.instant(), 1);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(store.buckets()).isLessThanOrEqualTo(14 * 288 + 24 * 60 + 10);
  }

  @Test
  void aMetricWithoutSamplesForFifteenDaysIsForgotten() {
    put(NOON, 1);
    clock.advance(Duration.ofDays(16));

    store.put("N", sample(Map.of(), clock.instant(), 1));

    assertThat(store.newest()).doesNotContainKey(SENT).hasSize(1);
  }

  @Test
  void aMetricWithoutSamplesForTwoWeeksIsReadButNotListed() {
    put(NOON, 1);
    clock.advance(Duration.ofDays(14).plusSeconds(1));

    assertThat(store.newest()).isEmpty();
    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(60), 60))).hasSize(1);
  }

  @Test
  void aMetricTooManyPushesOutTheOneLongestNotWritten() {
    IntStream.range(0, MetricStore.METRICS).forEach(this::putNumbered);
    putNumbered(0);

    putNumbered(MetricStore.METRICS);

    assertThat(store.newest())
        .hasSize(MetricStore.METRICS)
        .containsKey(numbered(0))
        .doesNotContainKey(numbered(1));
  }

  @Test
  void noSampleIsLostBetweenThreads() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 50)
          .forEach(
              thread ->
                  threads.execute(() -> IntStream.range(0, 200).forEach(each -> put(NOON, 1))));
    }

    assertThat(sums(new TimeWindow(NOON, NOON.plusSeconds(60), 60)))
        .containsExactly(entry(NOON, 10_000.0));
  }

  private void putSecond(Instant time) {
    store.put(
        "AWS/SQS",
        new MetricSample(
            "Sent",
            SENT.dimensions(),
            StandardUnit.COUNT,
            time,
            MetricSample.HIGH_RESOLUTION,
            Measurement.of(1)));
  }

  private void putNumbered(int number) {
    store.put("N", sample(numbered(number).dimensions(), NOON, 1));
  }

  private static MetricId numbered(int number) {
    return MetricId.of("N", "Sent", Map.of("Number", String.valueOf(number)));
  }

  private void put(Instant time, double value) {
    store.put("AWS/SQS", sample(SENT.dimensions(), time, value));
  }

  private static MetricSample sample(Map<String, String> dimensions, Instant time, double value) {
    return MetricSample.of("Sent", dimensions, StandardUnit.COUNT, time, value);
  }

  private Map<Instant, Double> sums(TimeWindow window) {
    return values("Sum", Optional.empty(), window);
  }

  private Map<Instant, Double> values(
      String statistic, Optional<StandardUnit> unit, TimeWindow window) {
    var wanted = Statistic.named(statistic).orElseThrow();
    var values = new TreeMap<Instant, Double>();
    store
        .read(SENT, unit, window)
        .forEach((time, samples) -> values.put(time, wanted.of(samples).orElseThrow()));
    return values;
  }
}
