package wildrydes.simulation.model;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

class ModelCloudWatchTest {

  private static final MetricDatum ONE =
      MetricDatum.builder().metricName("RidesAssigned").value(1.0).build();

  private final List<PutMetricDataRequest> told = new ArrayList<>();
  private final ModelCloudWatch cloudWatch = new ModelCloudWatch(told::add);

  @Test
  void whatIsAcceptedIsTold() {
    var full = datum(nCopies(150, 2.0), nCopies(150, 1.0));

    put("WildRydes", List.of(ONE, full, datum(List.of(1.0), null)));
    put("WildRydes", nCopies(1000, ONE));

    assertThat(told).hasSize(2);
    assertThat(told.getFirst().namespace()).isEqualTo("WildRydes");
    assertThat(told.getFirst().metricData()).contains(ONE, full);
  }

  @Test
  void aNamespaceIsNeededAndNotAwsOwn() {
    assertRefused("", List.of(ONE));
    assertRefused(" ", List.of(ONE));
    assertRefused(null, List.of(ONE));
    assertRefused("AWS/SQS", List.of(ONE));
  }

  @Test
  void aCallHasAThousandMetricsAtMost() {
    assertRefused("WildRydes", nCopies(1001, ONE));
  }

  @Test
  void aMetricHasAHundredAndFiftyValuesAtMostAndAsManyCounts() {
    assertRefused("WildRydes", List.of(datum(nCopies(151, 1.0), nCopies(151, 1.0))));
    assertRefused("WildRydes", List.of(datum(nCopies(2, 1.0), nCopies(3, 1.0))));
  }

  @Test
  void aMetricHasANameAndOneKindOfValue() {
    assertRefused("WildRydes", List.of(ONE.toBuilder().metricName("").build()));
    assertRefused("WildRydes", List.of(ONE.toBuilder().value(null).build()));
    assertRefused("WildRydes", List.of(ONE.toBuilder().values(1.0).build()));
  }

  @Test
  void aValueIsANumberAndFinite() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused("WildRydes", List.of(ONE.toBuilder().value(value).build()));
      assertRefused("WildRydes", List.of(datum(List.of(1.0, value), List.of(1.0, 1.0))));
    }
  }

  private static MetricDatum datum(List<Double> values, @Nullable List<Double> counts) {
    return MetricDatum.builder().metricName("Eta").values(values).counts(counts).build();
  }

  private void put(@Nullable String namespace, List<MetricDatum> data) {
    cloudWatch.putMetricData(p -> p.namespace(namespace).metricData(data));
  }

  private void assertRefused(@Nullable String namespace, List<MetricDatum> data) {
    assertThatThrownBy(() -> put(namespace, data)).isInstanceOf(CloudWatchException.class);
    assertThat(told).isEmpty();
  }
}
