package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Through the real Java SDK, so what is tested includes its protocol. */
class CloudWatchEmulatorTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Dimension UNICORN =
      Dimension.builder().name("Unicorn").value("Shadowfax").build();

  private final SettableClock clock = new SettableClock(NOON);
  private CloudWatchEmulator emulator;
  private CloudWatchClient client;

  @BeforeEach
  void start() throws IOException {
    emulator = CloudWatchEmulator.start(0, clock);
    client =
        CloudWatchClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }

  @Test
  void whatIsPutIsAnsweredByPeriod() {
    put(datum -> datum.value(3.0).timestamp(NOON.plusMillis(1_500)));
    put(datum -> datum.values(1.0, 2.0).counts(5.0, 1.0).timestamp(NOON.plusSeconds(59)));
    put(datum -> datum.value(8.0).timestamp(NOON.plusSeconds(60)));

    var answer =
        client.getMetricData(
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
  void aStatisticSetIsAnsweredAsPut() {
    put(
        datum ->
            datum
                .unit(StandardUnit.MILLISECONDS)
                .statisticValues(set -> set.sampleCount(4.0).sum(20.0).minimum(2.0).maximum(9.0)));

    var answer =
        client.getMetricStatistics(
            request ->
                request
                    .namespace("WildRydes")
                    .metricName("Distance")
                    .dimensions(UNICORN)
                    .startTime(NOON)
                    .endTime(NOON.plusSeconds(60))
                    .period(60)
                    .statistics(Statistic.knownValues()));

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
    put(datum -> datum.values(10.0, 20.0, 30.0, 40.0));

    var answer =
        client.getMetricStatistics(
            request ->
                request
                    .namespace("WildRydes")
                    .metricName("Distance")
                    .dimensions(UNICORN)
                    .startTime(NOON)
                    .endTime(NOON.plusSeconds(60))
                    .period(60)
                    .extendedStatistics("p50", "p99.9", "tm50"));

    assertThat(answer.datapoints())
        .singleElement()
        .extracting(Datapoint::extendedStatistics)
        .isEqualTo(Map.of("p50", 20.0, "p99.9", 40.0, "tm50", 15.0));
  }

  @Test
  void metricsPublishedInProcessAreReadOverHttp() {
    emulator
        .metrics()
        .put(
            "WildRydes",
            MetricSample.of(
                "Distance", Map.of("Unicorn", "Shadowfax"), StandardUnit.COUNT, NOON, 7));

    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_ASCENDING))).containsExactly(7.0);
  }

  @Test
  void aLargeCallArrivesCompressed() {
    var data =
        IntStream.range(0, 1_000)
            .mapToObj(
                number ->
                    MetricDatum.builder()
                        .metricName("Distance")
                        .dimensions(UNICORN)
                        .value((double) number)
                        .build())
            .toList();

    client.putMetricData(request -> request.namespace("WildRydes").metricData(data));

    assertThat(values(request -> {})).containsExactly(499_500.0);
  }

  @Test
  void theOldestComesFirstWhenAskedFor() {
    for (int minute = 0; minute < 3; minute++) {
      double value = minute;
      put(datum -> datum.value(value).timestamp(NOON.plusSeconds((long) (60 * value))));
    }

    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_ASCENDING)))
        .containsExactly(0.0, 1.0, 2.0);
    assertThat(values(request -> request.scanBy(ScanBy.TIMESTAMP_DESCENDING)))
        .containsExactly(2.0, 1.0, 0.0);
  }

  @Test
  void pagesTogetherHoldEachDatapointOnce() {
    for (int minute = 0; minute < 5; minute++) {
      double value = minute;
      put(datum -> datum.value(value).timestamp(NOON.plusSeconds((long) (60 * value))));
    }
    var request =
        data(each -> {}).toBuilder()
            .metricDataQueries(
                query("first", "Sum"), query("none", "p50", "Nothing"), query("last", "Sum"))
            .maxDatapoints(2)
            .build();

    var found = new ArrayList<MetricDataResult>();
    client.getMetricDataPaginator(request).metricDataResults().forEach(found::add);

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
  void metricsAreListedInPages() {
    for (int number = 0; number < 1_201; number++) {
      emulator
          .metrics()
          .put(
              "WildRydes",
              MetricSample.of(
                  "Distance",
                  Map.of("Number", String.valueOf(number)),
                  StandardUnit.COUNT,
                  NOON,
                  1));
    }

    var pages = client.listMetricsPaginator(request -> request.namespace("WildRydes"));

    assertThat(pages.stream().map(page -> page.metrics().size())).containsExactly(500, 500, 201);
    assertThat(pages.metrics().stream().distinct()).hasSize(1_201);
  }

  @Test
  void metricsAreListedByWhatIsAskedFor() {
    put(datum -> datum.value(1.0));
    emulator
        .metrics()
        .put("AWS/SQS", MetricSample.of("Sent", Map.of("Q", "a"), StandardUnit.COUNT, NOON, 1));
    clock.advance(Duration.ofHours(4));
    emulator
        .metrics()
        .put(
            "AWS/SQS",
            MetricSample.of("Sent", Map.of("Q", "b"), StandardUnit.COUNT, clock.instant(), 1));

    var anyQ = DimensionFilter.builder().name("Q").build();
    var b = DimensionFilter.builder().name("Q").value("b").build();
    assertThat(client.listMetrics().metrics()).hasSize(3);
    assertThat(client.listMetrics(request -> request.metricName("Distance")).metrics())
        .containsExactly(
            Metric.builder()
                .namespace("WildRydes")
                .metricName("Distance")
                .dimensions(UNICORN)
                .build());
    assertThat(client.listMetrics(request -> request.dimensions(anyQ)).metrics()).hasSize(2);
    assertThat(client.listMetrics(request -> request.dimensions(b)).metrics()).hasSize(1);
    assertThat(client.listMetrics(request -> request.recentlyActive("PT3H")).metrics()).hasSize(1);
  }

  @Test
  void anErrorHasItsOwnException() {
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> put(datum -> datum.value(Double.NaN)))
        .satisfies(
            error -> {
              assertThat(error.statusCode()).isEqualTo(400);
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
              assertThat(error.awsErrorDetails().errorMessage())
                  .isEqualTo("The value NaN for parameter MetricData.member.1.Value is invalid.");
              assertThat(error.requestId()).isNotBlank();
            });
    assertThatExceptionOfType(MissingRequiredParameterException.class)
        .isThrownBy(() -> put(datum -> datum.metricName(null)));
    assertThatExceptionOfType(InvalidParameterCombinationException.class)
        .isThrownBy(() -> put(datum -> datum.value(1.0).values(1.0)));
    assertThatExceptionOfType(InvalidNextTokenException.class)
        .isThrownBy(() -> values(request -> request.nextToken("elsewhere")));
  }

  @Test
  void anExpressionIsRefusedAndNotAnsweredEmpty() {
    var expression = MetricDataQuery.builder().id("e1").expression("m1 * 2").build();

    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(() -> values(request -> request.metricDataQueries(expression)))
        .withMessageContaining("metric math expressions are not implemented")
        .extracting(error -> error.awsErrorDetails().errorCode())
        .isEqualTo("ValidationError");
  }

  @Test
  void anUnknownOperationIsToldWhatThereIs() {
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(() -> client.describeAlarms())
        .withMessageContaining(
            "DescribeAlarms is not implemented by this local CloudWatch, which has"
                + " GetMetricData, GetMetricStatistics, ListMetrics, PutMetricData.");
  }

  @Test
  void aTakenPortIsABindException() {
    int taken = emulator.endpoint().getPort();

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> CloudWatchEmulator.start(taken, clock).close());
  }

  private void put(Consumer<MetricDatum.Builder> change) {
    var datum = MetricDatum.builder().metricName("Distance").dimensions(UNICORN);
    change.accept(datum);
    client.putMetricData(request -> request.namespace("WildRydes").metricData(datum.build()));
  }

  private List<Double> values(Consumer<GetMetricDataRequest.Builder> change) {
    return client.getMetricData(data(change)).metricDataResults().getFirst().values();
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

  private static MetricDataResult.Builder result(String id) {
    return MetricDataResult.builder().id(id).label("Distance").statusCode(StatusCode.COMPLETE);
  }
}
