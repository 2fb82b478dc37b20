package wildrydes.emulators.cloudwatch.store;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * What is put for one metric at one time.
 *
 * @param resolution the seconds that samples are kept apart by: 1 or 60
 */
public record MetricSample(
    String name,
    Map<String, String> dimensions,
    StandardUnit unit,
    Instant time,
    int resolution,
    Measurement measurement) {
  public static final int STANDARD_RESOLUTION = 60;
  public static final int HIGH_RESOLUTION = 1;

  public MetricSample {
    dimensions = Map.copyOf(dimensions);
    if (resolution != STANDARD_RESOLUTION && resolution != HIGH_RESOLUTION) {
      throw new IllegalArgumentException("A resolution is 1 or 60 seconds: " + resolution);
    }
  }

  /** One value, kept by the minute. */
  public static MetricSample of(
      String name, Map<String, String> dimensions, StandardUnit unit, Instant time, double value) {
    return new MetricSample(
        name, dimensions, unit, time, STANDARD_RESOLUTION, Measurement.of(value));
  }
}
