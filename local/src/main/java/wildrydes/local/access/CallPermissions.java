package wildrydes.local.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import wildrydes.emulators.template.Statement;
import wildrydes.emulators.template.TemplateSettings;

/**
 * What IAM asks of a call, by its service, operation and request. Source: the Service Authorization
 * Reference of each service.
 *
 * @param account where the tables and queues are
 */
record CallPermissions(TemplateSettings account) {

  /**
   * Names all that must be allowed.
   *
   * @param service as the SDK calls it, e.g. {@code DynamoDb}
   * @throws UnsupportedOperationException if it is not known here what the call needs
   */
  List<Permission> of(String service, String operation, SdkRequest request) {
    var prefix = service.toLowerCase(Locale.ROOT);
    var permissions =
        switch (prefix) {
          case "dynamodb" -> dynamoDb(operation, request);
          case "sqs" -> sqs(operation, request);
          case "cloudwatch" -> cloudWatch(operation, request);
          default -> List.<Permission>of();
        };
    if (permissions.isEmpty()) {
      throw new UnsupportedOperationException(
          "What IAM asks of "
              + prefix
              + ":"
              + operation
              + " is not known here. Say it in CallPermissions.");
    }
    return permissions;
  }

  private List<Permission> dynamoDb(String operation, SdkRequest request) {
    var action = "dynamodb:" + operation;
    // Of a batch every table is asked for; transactions and PartiQL need other actions than theirs.
    Map<?, ?> batch = request.getValueForField("RequestItems", Map.class).orElse(Map.of());
    if (!batch.isEmpty()) {
      return batch.keySet().stream()
          .map(table -> Permission.on(table(String.valueOf(table), Optional.empty()), action))
          .toList();
    }
    var index = request.getValueForField("IndexName", String.class);
    return request
        .getValueForField("TableName", String.class)
        .map(table -> List.of(Permission.on(table(table, index), action)))
        .orElse(List.of());
  }

  private String table(String name, Optional<String> index) {
    var arn = name.startsWith("arn:") ? name : arn("dynamodb", "table/" + name);
    return index.map(each -> arn + "/index/" + each).orElse(arn);
  }

  private List<Permission> sqs(String operation, SdkRequest request) {
    // IAM knows only the single form of what SQS does by tens.
    var action = "sqs:" + operation.replaceFirst("Batch$", "");
    return request
        .getValueForField("QueueUrl", String.class)
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .map(queue -> List.of(Permission.on(arn("sqs", queue), action)))
        .orElse(List.of());
  }

  private static List<Permission> cloudWatch(String operation, SdkRequest request) {
    if (!operation.equals("PutMetricData")) {
      return List.of();
    }
    return request
        .getValueForField("Namespace", String.class)
        .map(
            namespace ->
                List.of(
                    new Permission(
                        "cloudwatch:PutMetricData", "*", Map.of(Statement.NAMESPACE, namespace))))
        .orElse(List.of());
  }

  private String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s"
        .formatted(service, account.region(), account.accountId(), resource);
  }
}
