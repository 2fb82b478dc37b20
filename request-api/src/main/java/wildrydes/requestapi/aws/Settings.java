package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.Map;
import wildrydes.edge.Environment;

/** What template.yaml tells the request API. */
record Settings(
    String ridesTable,
    String requestQueueUrl,
    Duration rideRetention,
    Duration patience,
    Duration defaultWait,
    int maxOpenRides) {

  static Settings of(Map<String, String> variables) {
    return Environment.read(
        variables,
        environment ->
            new Settings(
                environment.text("RIDES_TABLE"),
                environment.text("RIDE_REQUEST_QUEUE_URL"),
                Duration.ofDays(environment.count("RIDE_RETENTION_DAYS")),
                Duration.ofMinutes(environment.count("OVERDUE_MINUTES")),
                Duration.ofSeconds(environment.countFrom(0, "DEFAULT_WAIT_SECONDS")),
                environment.count("MAX_OPEN_RIDES")));
  }
}
