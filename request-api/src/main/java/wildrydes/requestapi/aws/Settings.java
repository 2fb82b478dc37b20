package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.Map;
import wildrydes.edge.Environment;

/** What template.yaml tells the request API. */
record Settings(
    String ridesTable, String requestQueueUrl, Duration rideRetention, Duration patience) {

  static Settings of(Map<String, String> variables) {
    return Environment.read(
        variables,
        environment ->
            new Settings(
                environment.text("RIDES_TABLE"),
                environment.text("RIDE_REQUEST_QUEUE_URL"),
                Duration.ofDays(environment.count("RIDE_RETENTION_DAYS")),
                Duration.ofMinutes(environment.count("OVERDUE_MINUTES"))));
  }
}
