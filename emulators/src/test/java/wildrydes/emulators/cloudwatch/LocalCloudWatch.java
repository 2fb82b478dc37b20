package wildrydes.emulators.cloudwatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** An emulator whose clock stands at noon, with the real Java SDK in front of it. */
final class LocalCloudWatch implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Dimension UNICORN = Dimension.builder().name("Unicorn").value("Shadowfax").build();

  final SettableClock clock = new SettableClock(NOON);
  final AtomicReference<SdkHttpRequest> lastRequest = new AtomicReference<>();
  final CloudWatchEmulator emulator;
  final CloudWatchClient client;

  LocalCloudWatch() {
    try {
      // Its alarms are judged when a test says so.
      emulator = CloudWatchEmulator.start(0, clock, Duration.ofDays(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        CloudWatchClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(config -> config.addExecutionInterceptor(new Recorder()))
            .build();
  }

  /** Puts one datum of the metric WildRydes Distance, whose unicorn is {@link #UNICORN}. */
  void put(Consumer<MetricDatum.Builder> change) {
    var datum = MetricDatum.builder().metricName("Distance").dimensions(UNICORN);
    change.accept(datum);
    client.putMetricData(request -> request.namespace("WildRydes").metricData(datum.build()));
  }

  /** Puts {@code 0, 1, 2, ...} at noon and the minutes after it. */
  void putMinutes(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      double value = minute;
      var time = NOON.plusSeconds(60L * minute);
      put(datum -> datum.value(value).timestamp(time));
    }
  }

  @Override
  public void close() {
    client.close();
    emulator.close();
  }

  private final class Recorder implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      lastRequest.set(context.httpRequest());
    }
  }
}
