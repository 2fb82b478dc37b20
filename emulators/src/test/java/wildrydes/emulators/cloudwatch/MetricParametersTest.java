package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.metrics.MetricParameters;
import wildrydes.emulators.cloudwatch.store.MetricId;

class MetricParametersTest {
  @Test
  void aMetricIsItsNamespaceNameAndDimensions() {
    var metric = dimension("Unicorn", "Shadowfax").put("Namespace", "N").put("MetricName", "M");

    assertThat(MetricParameters.metric(parameters(metric)))
        .isEqualTo(MetricId.of("N", "M", Map.of("Unicorn", "Shadowfax")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Gl\u00fcck", "two\nlines"})
  void aNameIsPrintableAscii(String name) {
    assertInvalid(Operation.structure().put("Namespace", name), "Namespace");
  }

  @Test
  void namesHaveTheirLengths() {
    assertThat(
            MetricParameters.dimensions(parameters(dimension("n".repeat(255), "v".repeat(1_024)))))
        .hasSize(1);

    assertInvalid(dimension("n".repeat(256), "v"), "Dimensions.member.1.Name");
    assertInvalid(dimension("n", "v".repeat(1_025)), "Dimensions.member.1.Value");
  }

  @Test
  void aColonInFrontIsCloudWatchsOwn() {
    assertInvalid(Operation.structure().put("Namespace", ":N"), "Namespace");
    assertInvalid(dimension(":n", "v"), "Dimensions.member.1.Name");
  }

  @Test
  void aDimensionIsThereOnce() {
    var twice = dimension("A", "1");
    twice.withArray("Dimensions").addObject().put("Name", "A").put("Value", "2");

    assertInvalid(twice, "Dimensions.member.2.Name");
  }

  @Test
  void thirtyDimensionsAreMost() {
    var metric = dimension("A0", "v");
    for (int i = 1; i < 30; i++) {
      metric.withArray("Dimensions").addObject().put("Name", "A" + i).put("Value", "v");
    }
    assertThat(MetricParameters.dimensions(parameters(metric))).hasSize(30);

    metric.withArray("Dimensions").addObject().put("Name", "A30").put("Value", "v");
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> MetricParameters.dimensions(parameters(metric)))
        .withMessage("The collection Dimensions must not have a size greater than 30.");
  }

  @Test
  void aUnitIsOneOfCloudWatchs() {
    assertThat(MetricParameters.unit(parameters(Operation.structure()))).isEmpty();
    assertThat(MetricParameters.unit(parameters(Operation.structure().put("Unit", "Bytes/Second"))))
        .contains(StandardUnit.BYTES_SECOND);

    assertInvalid(Operation.structure().put("Unit", "Furlongs"), "Unit");
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 0, 2, 15, 45, 61, 90})
  void anyOtherPeriodIsRefused(int period) {
    assertInvalid(Operation.structure().put("Period", period), "Period");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 20, 30, 60, 120, 86_400})
  void aPeriodIsAFewSecondsOrWholeMinutes(int period) {
    var parameters = parameters(Operation.structure().put("Period", period));

    assertThat(MetricParameters.period(parameters)).isEqualTo(period);
  }

  private static void assertInvalid(ObjectNode request, String parameter) {
    var parameters = parameters(request);
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(
            () -> {
              switch (parameter) {
                case "Namespace" -> MetricParameters.namespace(parameters);
                case "Unit" -> MetricParameters.unit(parameters);
                case "Period" -> MetricParameters.period(parameters);
                default -> MetricParameters.dimensions(parameters);
              }
            })
        .withMessageContaining("for parameter %s is invalid", parameter)
        .extracting(ApiError::code)
        .isEqualTo(ApiError.Code.INVALID_VALUE);
  }

  private static ObjectNode dimension(String name, String value) {
    var metric = Operation.structure();
    metric.putArray("Dimensions").addObject().put("Name", name).put("Value", value);
    return metric;
  }

  private static Parameters parameters(ObjectNode request) {
    return new Parameters(request, "");
  }
}
