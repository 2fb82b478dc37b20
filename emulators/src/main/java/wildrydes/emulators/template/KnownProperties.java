package wildrydes.emulators.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of what runs locally: those that are put to use, and those that a local run
 * knowingly does without.
 *
 * @param ignored the property, and why it may be left out
 */
record KnownProperties(Set<String> used, Map<String, String> ignored) {

  private static final Map<String, KnownProperties> BY_TYPE =
      Map.of(
          Queue.TYPE,
          new KnownProperties(
              Set.of(
                  "QueueName",
                  "VisibilityTimeout",
                  "DelaySeconds",
                  "ReceiveMessageWaitTimeSeconds",
                  "MessageRetentionPeriod",
                  "RedrivePolicy",
                  "FifoQueue"),
              Map.of(
                  "SqsManagedSseEnabled", "Nothing is encrypted on a laptop.",
                  "RedriveAllowPolicy", "ElasticMQ lets every queue name any other.",
                  "Tags", "Nobody pays for these.")),
          Table.TYPE,
          new KnownProperties(
              Set.of(
                  "TableName",
                  "AttributeDefinitions",
                  "KeySchema",
                  "GlobalSecondaryIndexes",
                  "TimeToLiveSpecification"),
              Map.of(
                  "BillingMode", "DynamoDB Local does not throttle.",
                  "PointInTimeRecoverySpecification", "There are no backups.",
                  "SSESpecification", "Nothing is encrypted on a laptop.",
                  "DeletionProtectionEnabled", "The data folder is its owner's to delete.",
                  "ResourcePolicy", "Nothing leaves this machine, so nothing is sent by TLS.",
                  "Tags", "Nobody pays for these.")),
          ServerlessFunction.TYPE,
          new KnownProperties(
              Set.of(
                  "FunctionName",
                  "Handler",
                  "CodeUri",
                  "Timeout",
                  "MemorySize",
                  "Environment",
                  "Events",
                  "Role"),
              Map.of(
                  "Runtime", "The functions run on this JVM.",
                  "Architectures", "The functions run on this machine.",
                  "AutoPublishAlias", "There is one version, the present one.",
                  "AutoPublishAliasAllProperties", "There is one version, the present one.",
                  "SnapStart", "Functions are loaded once and stay warm.",
                  "Tracing", "Nothing is traced.",
                  "LoggingConfig", "Functions log to the terminal.")),
          Role.TYPE,
          new KnownProperties(
              Set.of("RoleName", "AssumeRolePolicyDocument", "Policies"),
              Map.of(
                  "Description", "Nobody reads it here.",
                  "MaxSessionDuration", "Sessions end with the run.",
                  "Tags", "Nobody pays for these.")),
          "AWS::CloudWatch::Alarm",
          new KnownProperties(
              Set.of(
                  "AlarmName",
                  "AlarmDescription",
                  "ActionsEnabled",
                  "OKActions",
                  "AlarmActions",
                  "InsufficientDataActions",
                  "MetricName",
                  "Namespace",
                  "Statistic",
                  "ExtendedStatistic",
                  "Dimensions",
                  "Period",
                  "Unit",
                  "EvaluationPeriods",
                  "DatapointsToAlarm",
                  "Threshold",
                  "ComparisonOperator",
                  "TreatMissingData",
                  "EvaluateLowSampleCountPercentile",
                  "Metrics",
                  "ThresholdMetricId"),
              Map.of("Tags", "Nobody pays for these.")),
          "AWS::CloudWatch::Dashboard",
          new KnownProperties(
              Set.of("DashboardName", "DashboardBody"), Map.of("Tags", "Nobody pays for these.")),
          HttpApi.TYPE,
          new KnownProperties(
              Set.of("Name", "Auth", "CorsConfiguration"),
              Map.of(
                  "DefaultRouteSettings", "A laptop's requests are not throttled.",
                  "AccessLogSettings", "The functions' own lines tell of each request.")));

  static void refuseUnknown(Resource resource, Place properties) {
    var known = Optional.ofNullable(BY_TYPE.get(resource.type()));
    resource
        .properties()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (known.isPresent() && !known.get().knows(name)) {
                throw properties
                    .at(name)
                    .refuse(
                        "This property of a " + resource.type() + " is not known here.",
                        "Say in KnownProperties how it is used, or why it is ignored.");
              }
            });
  }

  private boolean knows(String property) {
    return used.contains(property) || ignored.containsKey(property);
  }
}
