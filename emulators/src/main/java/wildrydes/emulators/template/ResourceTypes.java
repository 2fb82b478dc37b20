package wildrydes.emulators.template;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static wildrydes.emulators.template.ResourceType.notRun;
import static wildrydes.emulators.template.ResourceType.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource types a template may use: those that run locally, and those that knowingly do not.
 * All others are refused.
 */
final class ResourceTypes {

  private static final String UNNAMED = "";

  private static final Map<String, ResourceType> BY_NAME =
      List.of(
              run(
                  Queue.TYPE,
                  "QueueName",
                  "${SqsEndpoint}/${AccountId}/${Name}",
                  Map.of(
                      "Arn", arn("sqs", "${Name}"),
                      "QueueName", "${Name}",
                      "QueueUrl", "${SqsEndpoint}/${AccountId}/${Name}")),
              run(
                  Table.TYPE,
                  "TableName",
                  "${Name}",
                  Map.of("Arn", arn("dynamodb", "table/${Name}"))),
              run(
                  "AWS::Serverless::Function",
                  "FunctionName",
                  "${Name}",
                  Map.of("Arn", arn("lambda", "function:${Name}"))),
              run(HttpApi.TYPE, UNNAMED, HttpApi.REF, Map.of()),
              run("AWS::CloudWatch::Dashboard", "DashboardName", "${Name}", Map.of()),
              run(
                  "AWS::CloudWatch::Alarm",
                  "AlarmName",
                  "${Name}",
                  Map.of("Arn", arn("cloudwatch", "alarm:${Name}"))),
              run(
                  Role.TYPE,
                  "RoleName",
                  "${Name}",
                  Map.of(
                      "Arn",
                      "arn:${Partition}:iam::${AccountId}:role/${Name}",
                      "RoleId",
                      "${LogicalId}")),
              notRun(
                  "AWS::Logs::LogGroup",
                  "Functions log to the terminal.",
                  "LogGroupName",
                  "${Name}",
                  Map.of("Arn", arn("logs", "log-group:${Name}:*"))),
              notRun(
                  "AWS::SNS::Topic",
                  "Alarms write down what they would publish to it.",
                  "TopicName",
                  arn("sns", "${Name}"),
                  Map.of("TopicArn", arn("sns", "${Name}"), "TopicName", "${Name}")),
              notRun(
                  "AWS::SNS::Subscription",
                  "Alarms write down what they would publish to its topic.",
                  UNNAMED,
                  arn("sns", "${LogicalId}"),
                  Map.of()),
              notRun(
                  "AWS::SNS::TopicPolicy",
                  "Alarms write down what they would publish to its topic.",
                  UNNAMED,
                  "${LogicalId}",
                  Map.of()),
              notRun(
                  "AWS::SQS::QueuePolicy",
                  "Nothing leaves this machine, so nothing is sent by TLS.",
                  UNNAMED,
                  "${LogicalId}",
                  Map.of()),
              notRun(
                  "AWS::Cognito::UserPool",
                  "Tokens are decoded without a check of who signed them.",
                  UNNAMED,
                  "${Region}_${LogicalId}",
                  Map.of(
                      "Arn", arn("cognito-idp", "userpool/${Region}_${LogicalId}"),
                      "ProviderName", "cognito-idp.${Region}.amazonaws.com/${Region}_${LogicalId}",
                      "ProviderURL",
                          "https://cognito-idp.${Region}.amazonaws.com/${Region}_${LogicalId}")),
              notRun(
                  "AWS::Cognito::UserPoolClient",
                  "Nobody signs in here.",
                  UNNAMED,
                  "local${LogicalId}",
                  Map.of("ClientId", "local${LogicalId}")))
          .stream()
          .collect(toUnmodifiableMap(ResourceType::type, identity()));

  private ResourceTypes() {}

  static Optional<ResourceType> named(String type) {
    return Optional.ofNullable(BY_NAME.get(type));
  }

  private static String arn(String service, String resource) {
    return "arn:${Partition}:" + service + ":${Region}:${AccountId}:" + resource;
  }
}
