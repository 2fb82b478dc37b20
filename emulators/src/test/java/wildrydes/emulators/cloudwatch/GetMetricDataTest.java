package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.UNICORN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;
import wildrydes.emulators.cloudwatch.store.MetricSample;

/** Through the real Java SDK, so what is tested includes its protocol. */
class GetMetricDataTest {
  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void whatIsPutIsAnsweredByPeriod() {
    local.put(datum -> datum.value(3.0).timestamp(NOON.plusMillis(1_500)));
    local.put(datum -> datum.values(1.0, 2.0).counts(5.0, 1.0).timestamp(NOON.plusSeconds(59)));
    local.put(datum -> datum.value(8.0).timestamp(NOON.plusSeconds(60)));

    var answer =
        local.client.getMetricData(
            request ->
                request
                    .metricDataQueries(query("sum", "Sum"), query("p50", "p50"))
                    .startTime(NOON)
                    .endTime(NOON.plusSeconds(120)));

    var times = List.of(NOON.plusSeconds(60), NOON);
    assertThat(answer.metricDataResults())
        .containsExactly(
            result("sum").timestamps(times).values(8.0, 10.0).build(),
            result("p50").timestamps(times).values(8.0, 1.0).build());
    assertThat(answer.nextToken()).isNull();
  }

  @Test
  void metricsPublishedInProcessAreReadOverHttp() {
    local
        .emulator
        .metrics()
        .put(
            "WildRydes",
            MetricSample.of(
                "Distance", Map.of("Unicorn", "Shadowfax"), StandardUnit.COUNT, NOON, 7));

    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_ASCENDING))).containsExactly(7.0);
  }

  @Test
  void theOldestComesFirstWhenAskedFor() {
    local.putMinutes(3);

    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_ASCENDING)))
        .containsExactly(0.0, 1.0, 2.0);
    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_DESCENDING)))
        .containsExactly(2.0, 1.0, 0.0);
  }

  @Test
  void pagesTogetherHoldEachDatapointOnce() {
    local.putMinutes(5);
    var request =
        data(each -> {}).toBuilder()
            .metricDataQueries(
                query("first", "Sum"), query("none", "p50", "Nothing"), query("last", "Sum"))
            .maxDatapoints(2)
            .build();

    var found = new ArrayList<MetricDataResult>();
    local.client.getMetricDataPaginator(request).metricDataResults().forEach(found::add);

    assertThat(found).extracting(MetricDataResult::id).containsOnlyOnce("none");
    assertThat(found)
        .filteredOn(result -> result.id().equals("last"))
        .flatExtracting(MetricDataResult::values)
        .containsExactly(4.0, 3.0, 2.0, 1.0, 0.0);
    assertThat(found)
        .extracting(result -> result.id() + " " + result.statusCode())
        .contains("first PartialData", "first Complete");
  }

  @Test
  void aQueryMayKeepItsDataToItself() {
    local.putMinutes(2);

    var answer =
        local.client.getMetricData(
            data(
                request ->
                    request.metricDataQueries(
                        query("sum", "Sum"),
                        query("hidden", "p50").toBuilder().returnData(false).build())));

    assertThat(answer.metricDataResults()).extracting(MetricDataResult::id).containsExactly("sum");
  }

  @Test
  void aUnitLeavesTheOthersOut() {
    local.put(datum -> datum.value(1.0).unit(StandardUnit.COUNT));
    local.put(datum -> datum.value(5.0).unit(StandardUnit.SECONDS));
    var query = query("sum", "Sum");
    var seconds = query.metricStat().toBuilder().unit(StandardUnit.SECONDS).build();

    assertThat(values(request -> request.metricDataQueries(query))).containsExactly(6.0);
    assertThat(
            values(
                request ->
                    request.metricDataQueries(query.toBuilder().metricStat(seconds).build())))
        .containsExactly(5.0);
  }

  @Test
  void aQueryThatCloudWatchRefusesIsRefused() {
    assertRefused(
        request -> request.metricDataQueries(query("a", "Sum"), query("a", "p50")), "not unique");
    assertRefused(
        request -> request.metricDataQueries(query("A", "Sum")),
        "The value A for parameter MetricDataQueries.member.1.Id is invalid");
    assertRefused(
        request -> request.metricDataQueries(query("a", "Mode")),
        "The value Mode for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid");
    assertRefused(
        request -> request.metricDataQueries(List.of()),
        "The parameter MetricDataQueries is required.");
    assertRefused(
        request -> request.endTime(NOON),
        "The parameter StartTime must be less than the parameter EndTime.");
    assertRefused(
        request -> request.scanBy("Sideways"),
        "The value Sideways for parameter ScanBy is invalid.");
    assertRefused(
        request -> request.maxDatapoints(0), "The value 0 for parameter MaxDatapoints is invalid");
    assertThatExceptionOfType(InvalidNextTokenException.class)
        .isThrownBy(() -> values(request -> request.nextToken("elsewhere")));
  }

  @Test
  void anExpressionIsWorkedOutOnOtherQueriesHiddenOrNot() {
    local.putMinutes(3);

    var answer =
        local.client.getMetricData(
            data(
                request ->
                    request
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(
                            math("e2", "e1 + 1").toBuilder().label("Twice and one").build(),
                            math("e1", "m1 * 2").toBuilder().returnData(false).build(),
                            query("m1", "Sum").toBuilder().returnData(false).build())));

    assertThat(answer.metricDataResults())
        .containsExactly(
            MetricDataResult.builder()
                .id("e2")
                .label("Twice and one")
                .statusCode(StatusCode.COMPLETE)
                .timestamps(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120))
                .values(1.0, 3.0, 5.0)
                .build());
  }

  @Test
  void anArrayOfSeriesIsAResultEachAndPagedWithTheOthers() {
    local.putMinutes(2);
    var request =
        data(
            each ->
                each.maxDatapoints(3)
                    .labelOptions(options -> options.timezone("+0100"))
                    .metricDataQueries(
                        query("m1", "Sum").toBuilder().label("${MAX} at ${MAX_TIME}").build(),
                        math("e1", "METRICS() + 1"),
                        math("e2", "SEARCH('{WildRydes,Unicorn} distance', 'Maximum', 60)")));

    var found = new ArrayList<MetricDataResult>();
    local.client.getMetricDataPaginator(request).metricDataResults().forEach(found::add);

    String label = "1 at 2026-03-01 13:01:00 +0100";
    assertThat(found)
        .extracting(MetricDataResult::id, MetricDataResult::label, MetricDataResult::values)
        .containsExactly(
            tuple("m1", label, List.of(1.0, 0.0)),
            tuple("e1", label, List.of(2.0)),
            tuple("e1", label, List.of(1.0)),
            tuple("e2", "Distance", List.of(1.0, 0.0)));
  }

  @Test
  void aTimezoneIsAnOffset() {
    assertRefused(
        request -> request.labelOptions(options -> options.timezone("CET")),
        "The value CET for parameter LabelOptions.Timezone is invalid");
  }

  @Test
  void whatCannotBeWorkedOutIsAValidationError() {
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(() -> values(request -> request.metricDataQueries(math("e1", "m1 * 2"))))
        .withMessageContaining("Error in expression 'e1': Unknown id 'm1'")
        .extracting(error -> error.awsErrorDetails().errorCode())
        .isEqualTo("ValidationError");
  }

  private List<Double> values(Consumer<GetMetricDataRequest.Builder> change) {
    return local.client.getMetricData(data(change)).metricDataResults().getFirst().values();
  }

  private void assertRefused(Consumer<GetMetricDataRequest.Builder> change, String message) {
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(() -> local.client.getMetricData(data(change)))
        .withMessageContaining(message);
  }

  private static GetMetricDataRequest data(Consumer<GetMetricDataRequest.Builder> change) {
    var request =
        GetMetricDataRequest.builder()
            .metricDataQueries(query("sum", "Sum"))
            .startTime(NOON)
            .endTime(NOON.plusSeconds(600));
    change.accept(request);
    return request.build();
  }

  private static MetricDataQuery query(String id, String statistic) {
    return query(id, statistic, "Distance");
  }

  private static MetricDataQuery query(String id, String statistic, String name) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            stat ->
                stat.stat(statistic)
                    .period(60)
                    .metric(
                        metric ->
                            metric.namespace("WildRydes").metricName(name).dimensions(UNICORN)))
        .build();
  }

  private static MetricDataQuery math(String id, String expression) {
    return MetricDataQuery.builder().id(id).expression(expression).build();
  }

  private static MetricDataResult.Builder result(String id) {
    return MetricDataResult.builder().id(id).label("Distance").statusCode(StatusCode.COMPLETE);
  }
}
