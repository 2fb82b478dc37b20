package wildrydes.dispatcher.aws;

import java.time.Duration;
import java.util.Map;
import wildrydes.dispatcher.DispatchRules;
import wildrydes.edge.Environment;

/** What template.yaml tells the dispatcher. */
record Settings(
    String ridesTable,
    String unicornsTable,
    String requestQueueUrl,
    String requestDeadLetterQueueUrl,
    String outcomeQueueUrl,
    DispatchRules rules) {

  static Settings of(Map<String, String> variables) {
    return Environment.read(
        variables,
        environment ->
            new Settings(
                environment.text("RIDES_TABLE"),
                environment.text("UNICORNS_TABLE"),
                environment.text("RIDE_REQUEST_QUEUE_URL"),
                environment.text("RIDE_REQUEST_DEAD_LETTER_QUEUE_URL"),
                environment.text("RIDE_OUTCOME_QUEUE_URL"),
                new DispatchRules(
                    environment.count("MAX_PICKUP_METERS"),
                    Duration.ofSeconds(environment.count("RIDE_SECONDS")),
                    environment.count("MAX_RECEIVE_COUNT"))));
  }
}
