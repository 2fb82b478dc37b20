package wildrydes.emulators.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of queues and tables: those that the emulators are given, and those that a local
 * run knowingly does without. Other types' properties are known to whoever runs them.
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
                  "Tags", "Nobody pays for these.")));

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
