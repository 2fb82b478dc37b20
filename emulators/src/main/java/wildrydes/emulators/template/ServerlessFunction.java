package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Lambda function as the template declares it, with what invokes it.
 *
 * @param handler {@code package.Class::method}
 * @param roleArn the role under which it acts; without one SAM would make one
 * @param environment its own variables; Lambda adds others
 */
public record ServerlessFunction(
    String logicalId,
    String name,
    String arn,
    String handler,
    String codeUri,
    int timeoutSeconds,
    int memoryMegabytes,
    Optional<String> roleArn,
    Map<String, String> environment,
    List<Route> routes,
    List<QueueSource> queueSources) {

  static final String TYPE = "AWS::Serverless::Function";

  /**
   * Requests of this method and path are the function's; a path may hold {@code {names}}.
   *
   * @param scopes one of these a token must have; if there are none, any token will do
   */
  public record Route(String method, String path, List<String> scopes) {}

  /**
   * Messages of this queue are the function's.
   *
   * @param maximumConcurrency batches that may be worked at once
   * @param reportsItemFailures whether the function's answer names the messages that failed
   */
  public record QueueSource(
      String queueArn,
      int batchSize,
      int batchingWindowSeconds,
      int maximumConcurrency,
      boolean reportsItemFailures) {}

  static ServerlessFunction of(Resource resource, String arn, Place place) {
    var fields = new Fields(resource.properties(), place);
    var events = place.at("Events");
    var environment = new TreeMap<String, String>();
    resource
        .properties()
        .at("/Environment/Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return new ServerlessFunction(
        resource.logicalId(),
        resource.name(),
        arn,
        fields.text("Handler"),
        fields.text("CodeUri"),
        fields.optionalWholeNumber("Timeout").orElse(3),
        fields.optionalWholeNumber("MemorySize").orElse(128),
        fields.optionalText("Role"),
        environment,
        events(resource, "HttpApi", events).stream().map(ServerlessFunction::route).toList(),
        events(resource, "SQS", events).stream().map(ServerlessFunction::queueSource).toList());
  }

  private static List<Fields> events(Resource resource, String type, Place place) {
    return resource.properties().path("Events").properties().stream()
        .map(event -> new Fields(event.getValue(), place.at(event.getKey())))
        .peek(ServerlessFunction::refuseUnknownType)
        .filter(event -> event.text("Type").equals(type))
        .map(
            event ->
                event
                    .only("Type", "Properties")
                    .object("Properties")
                    .orElseThrow(
                        () ->
                            event.place().refuse("It has no Properties.", "Say what invokes it.")))
        .toList();
  }

  private static void refuseUnknownType(Fields event) {
    var type = event.text("Type");
    if (!type.equals("HttpApi") && !type.equals("SQS")) {
      throw event
          .place()
          .at("Type")
          .refuse("Events of type " + type + " are not run here.", "Use HttpApi or SQS.");
    }
  }

  private static Route route(Fields event) {
    event.only("ApiId", "Method", "Path", "PayloadFormatVersion", "Auth");
    if (!event.text("PayloadFormatVersion").equals("1.0")) {
      throw event
          .place()
          .at("PayloadFormatVersion")
          .refuse("Only format 1.0 is run here.", "Use \"1.0\".");
    }
    List<String> scopes =
        event
            .object("Auth")
            .map(auth -> auth.only("AuthorizationScopes").object().path("AuthorizationScopes"))
            .map(given -> given.valueStream().map(JsonNode::asText).toList())
            .orElse(List.of());
    return new Route(event.text("Method").toUpperCase(Locale.ROOT), event.text("Path"), scopes);
  }

  private static QueueSource queueSource(Fields event) {
    event.only(
        "Queue",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "ScalingConfig");
    var responseTypes = event.object().path("FunctionResponseTypes");
    return new QueueSource(
        event.text("Queue"),
        event.optionalWholeNumber("BatchSize").orElse(10),
        event.optionalWholeNumber("MaximumBatchingWindowInSeconds").orElse(0),
        event
            .object("ScalingConfig")
            .map(scaling -> scaling.only("MaximumConcurrency").wholeNumber("MaximumConcurrency"))
            .orElse(5),
        responseTypes.valueStream().anyMatch(t -> t.asText().equals("ReportBatchItemFailures")));
  }
}
