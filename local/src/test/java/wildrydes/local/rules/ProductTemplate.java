package wildrydes.local.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.Queue;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateSettings;

/**
 * The product's template, as a stack of another name than the usual would deploy it: so no name is
 * right by accident.
 */
final class ProductTemplate {

  static final String STACK = "Elsewhere";

  /** Where {@code template.yaml} and the modules are. */
  static final Path FOLDER = requireNonNull(StackSettings.repositoryTemplate().getParent());

  static final Template TEMPLATE = with(Map.of());

  private ProductTemplate() {}

  /** The template with these parameters instead of their defaults. */
  static Template with(Map<String, String> parameters) {
    return Template.read(
        StackSettings.repositoryTemplate(),
        new TemplateSettings(
            STACK,
            parameters,
            "eu-north-1",
            "111122223333",
            URI.create("https://sqs.eu-north-1.amazonaws.com")));
  }

  /** A queue that a function works through. */
  record WorkQueue(ServerlessFunction function, QueueSource source, Queue queue) {

    Queue deadLetters() {
      return queueOf(
          queue
              .redrive()
              .orElseThrow(() -> new AssertionError(queue.logicalId() + " needs a RedrivePolicy"))
              .deadLetterQueueArn());
    }

    @Override
    public String toString() {
      return queue.logicalId();
    }
  }

  static List<WorkQueue> workQueues() {
    return TEMPLATE.functions().stream()
        .flatMap(
            function ->
                function.queueSources().stream()
                    .map(source -> new WorkQueue(function, source, queueOf(source.queueArn()))))
        .toList();
  }

  static Queue queueOf(String arn) {
    return TEMPLATE.queues().stream()
        .filter(queue -> queue.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new AssertionError(arn + " is no queue of the template"));
  }

  static int seconds(Queue queue, String attribute) {
    String value = queue.attributes().get(attribute);
    if (value == null) {
      throw new AssertionError(
          queue.logicalId() + " leaves its " + attribute + " to chance: set it");
    }
    return Integer.parseInt(value);
  }

  static JsonNode properties(ServerlessFunction function) {
    return TEMPLATE.resource(function.logicalId()).properties();
  }

  /** The events that invoke a function, each with its Type and Properties. */
  static List<JsonNode> events(ServerlessFunction function, String type) {
    return properties(function)
        .path("Events")
        .valueStream()
        .filter(event -> event.path("Type").asText().equals(type))
        .toList();
  }

  static List<Resource> alarms() {
    return TEMPLATE.resources("AWS::CloudWatch::Alarm");
  }
}
