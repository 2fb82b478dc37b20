package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.UNICORN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.store.MetricSample;

/** Through the real Java SDK, so what is tested includes its protocol. */
class ListMetricsTest {
  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void metricsAreListedInPages() {
    for (int number = 0; number < 1_201; number++) {
      local
          .emulator
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

    var pages = local.client.listMetricsPaginator(request -> request.namespace("WildRydes"));

    assertThat(pages.stream().map(page -> page.metrics().size())).containsExactly(500, 500, 201);
    assertThat(pages.metrics().stream().distinct()).hasSize(1_201);
  }

  @Test
  void aTokenOfAnotherIsRefused() {
    for (String token : List.of("garbage", "?", "bm9uZQ==")) {
      assertThatExceptionOfType(InvalidParameterValueException.class)
          .isThrownBy(() -> local.client.listMetrics(request -> request.nextToken(token)))
          .withMessageContaining("The value %s for parameter NextToken is invalid.", token);
    }
  }

  @Test
  void metricsAreListedByWhatIsAskedFor() {
    local.put(datum -> datum.value(1.0));
    local
        .emulator
        .metrics()
        .put("AWS/SQS", MetricSample.of("Sent", Map.of("Q", "a"), StandardUnit.COUNT, NOON, 1));
    local.clock.advance(Duration.ofHours(4));
    local
        .emulator
        .metrics()
        .put(
            "AWS/SQS",
            MetricSample.of(
                "Sent", Map.of("Q", "b"), StandardUnit.COUNT, local.clock.instant(), 1));

    var anyQ = DimensionFilter.builder().name("Q").build();
    var b = DimensionFilter.builder().name("Q").value("b").build();
    assertThat(local.client.listMetrics().metrics()).hasSize(3);
    assertThat(local.client.listMetrics(request -> request.metricName("Distance")).metrics())
        .containsExactly(
            Metric.builder()
                .namespace("WildRydes")
                .metricName("Distance")
                .dimensions(UNICORN)
                .build());
    assertThat(local.client.listMetrics(request -> request.dimensions(anyQ)).metrics()).hasSize(2);
    assertThat(local.client.listMetrics(request -> request.dimensions(b)).metrics()).hasSize(1);
    assertThat(local.client.listMetrics(request -> request.recentlyActive("PT3H")).metrics())
        .hasSize(1);
  }

  @Test
  void otherAccountsAreRefused() {
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> local.client.listMetrics(request -> request.includeLinkedAccounts(true)))
        .withMessageContaining("this local CloudWatch has one account");
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> local.client.listMetrics(request -> request.owningAccount("1")))
        .withMessageContaining("OwningAccount are not implemented");
  }
}
