package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.UNICORN;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Through the real Java SDK, so what is tested includes its protocol. */
class GetMetricStatisticsTest {
  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aStatisticSetIsAnsweredAsPut() {
    local.put(
        datum ->
            datum
                .unit(StandardUnit.MILLISECONDS)
                .statisticValues(set -> set.sampleCount(4.0).sum(20.0).minimum(2.0).maximum(9.0)));

    var answer = ask(request -> request.statistics(Statistic.knownValues()));

    assertThat(answer.label()).isEqualTo("Distance");
    assertThat(answer.datapoints())
        .containsExactly(
            Datapoint.builder()
                .timestamp(NOON)
                .unit(StandardUnit.MILLISECONDS)
                .sampleCount(4.0)
                .sum(20.0)
                .average(5.0)
                .minimum(2.0)
                .maximum(9.0)
                .build());
  }

  @Test
  void extendedStatisticsComeByTheirNames() {
    local.put(datum -> datum.values(10.0, 20.0, 30.0, 40.0));

    var answer = ask(request -> request.extendedStatistics("p50", "p99.9", "tm50"));

    assertThat(answer.datapoints())
        .extracting(Datapoint::extendedStatistics)
        .containsExactly(Map.of("p50", 20.0, "p99.9", 40.0, "tm50", 15.0));
  }

  @Test
  void datapointsComeOldestFirstAndEachUnitForItself() {
    local.putMinutes(2);
    local.put(datum -> datum.value(5.0).unit(StandardUnit.SECONDS));

    assertThat(ask(request -> request.statistics(Statistic.SUM)).datapoints())
        .extracting(Datapoint::timestamp, Datapoint::unit, Datapoint::sum)
        .containsExactly(
            tuple(NOON, StandardUnit.SECONDS, 5.0),
            tuple(NOON, StandardUnit.NONE, 0.0),
            tuple(NOON.plusSeconds(60), StandardUnit.NONE, 1.0));
    assertThat(
            ask(request -> request.statistics(Statistic.SUM).unit(StandardUnit.SECONDS))
                .datapoints())
        .extracting(Datapoint::sum)
        .containsExactly(5.0);
  }

  @Test
  void aRequestThatCloudWatchRefusesIsRefused() {
    assertThatExceptionOfType(MissingRequiredParameterException.class)
        .isThrownBy(() -> ask(request -> {}))
        .withMessageContaining("Statistics and ExtendedStatistics is required");
    assertThatExceptionOfType(InvalidParameterCombinationException.class)
        .isThrownBy(
            () -> ask(request -> request.statistics(Statistic.SUM).extendedStatistics("p50")))
        .withMessageContaining("are mutually exclusive");
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> ask(request -> request.extendedStatistics("Sum")))
        .withMessageContaining("it must be p0 to p100, tm, wm");
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> ask(request -> request.statisticsWithStrings("Mode")))
        .withMessageContaining("The value Mode for parameter Statistics is invalid");
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> ask(request -> request.statistics(Statistic.SUM).endTime(NOON)))
        .withMessageContaining("StartTime must be less than the parameter EndTime");
  }

  private GetMetricStatisticsResponse ask(Consumer<GetMetricStatisticsRequest.Builder> change) {
    var request =
        GetMetricStatisticsRequest.builder()
            .namespace("WildRydes")
            .metricName("Distance")
            .dimensions(UNICORN)
            .startTime(NOON)
            .endTime(NOON.plusSeconds(120))
            .period(60);
    change.accept(request);
    return local.client.getMetricStatistics(request.build());
  }
}
