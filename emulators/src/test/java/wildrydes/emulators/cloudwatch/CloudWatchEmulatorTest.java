package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.UNICORN;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** Through the real Java SDK, so what is tested includes its protocol. */
class CloudWatchEmulatorTest {
  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
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

    local.client.putMetricData(request -> request.namespace("WildRydes").metricData(data));

    assertThat(local.lastRequest.get().firstMatchingHeader("Content-Encoding")).contains("gzip");
    var minute = new TimeWindow(NOON, NOON.plusSeconds(60), 60);
    var distance = MetricId.of("WildRydes", "Distance", Map.of("Unicorn", "Shadowfax"));
    assertThat(local.emulator.metrics().read(distance, Optional.empty(), minute).values())
        .singleElement()
        .extracting(Distribution::sampleCount, Distribution::sum)
        .containsExactly(1_000.0, 499_500.0);
  }

  @Test
  void anErrorHasItsOwnException() {
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(() -> local.put(datum -> datum.value(Double.NaN)))
        .satisfies(
            error -> {
              assertThat(error.statusCode()).isEqualTo(400);
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
              assertThat(error.awsErrorDetails().errorMessage())
                  .isEqualTo("The value NaN for parameter MetricData.member.1.Value is invalid.");
              assertThat(error.requestId()).isNotBlank();
            });
    assertThatExceptionOfType(MissingRequiredParameterException.class)
        .isThrownBy(() -> local.put(datum -> datum.metricName(null)));
    assertThatExceptionOfType(InvalidParameterCombinationException.class)
        .isThrownBy(() -> local.put(datum -> datum.value(1.0).values(1.0)));
  }

  @Test
  void anUnknownOperationIsToldWhatThereIs() {
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(
            () ->
                local.client.putCompositeAlarm(
                    alarm -> alarm.alarmName("Either").alarmRule("TRUE")))
        .withMessageContaining(
            "PutCompositeAlarm is not implemented by this local CloudWatch, which has"
                + " DeleteAlarms, DeleteDashboards, DescribeAlarmHistory,");
  }

  @Test
  void onlyThisMachineReachesIt() throws IOException {
    int port = local.emulator.endpoint().getPort();

    assertThat(local.emulator.endpoint()).hasToString("http://127.0.0.1:" + port);
    try (var elsewhere = new Socket()) {
      // Answers to whoever binds all addresses.
      var otherLoopback = new InetSocketAddress("127.0.0.2", port);
      assertThatIOException().isThrownBy(() -> elsewhere.connect(otherLoopback, 2_000));
    }
  }

  @Test
  void aClosedOneLeavesItsPort() throws IOException {
    int port = local.emulator.endpoint().getPort();
    local.emulator.close();

    try (var next = CloudWatchEmulator.start(port, local.clock)) {
      assertThat(next.endpoint()).hasPort(port);
      assertThat(next.metrics().newest()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsABindException() {
    int taken = local.emulator.endpoint().getPort();

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> CloudWatchEmulator.start(taken, local.clock).close());
  }
}
