package wildrydes.recorder.aws;

import java.util.Map;
import wildrydes.edge.Environment;

/** What template.yaml tells the recorder. */
record Settings(
    String ridesTable,
    String requestQueueUrl,
    String outcomeDeadLetterQueueUrl,
    String metricsNamespace) {

  static Settings of(Map<String, String> variables) {
    return Environment.read(
        variables,
        environment ->
            new Settings(
                environment.text("RIDES_TABLE"),
                environment.text("RIDE_REQUEST_QUEUE_URL"),
                environment.text("RIDE_OUTCOME_DEAD_LETTER_QUEUE_URL"),
                environment.text("METRICS_NAMESPACE")));
  }
}
