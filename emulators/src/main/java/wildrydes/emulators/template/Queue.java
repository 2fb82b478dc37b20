package wildrydes.emulators.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A standard queue as the template declares it.
 *
 * @param attributes SQS's attributes except the redrive policy, e.g. {@code VisibilityTimeout=180}
 */
public record Queue(
    String logicalId,
    String name,
    String arn,
    Map<String, String> attributes,
    Optional<Redrive> redrive) {

  static final String TYPE = "AWS::SQS::Queue";

  private static final List<String> SECONDS =
      List.of(
          "VisibilityTimeout",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds",
          "MessageRetentionPeriod");

  /** Where a message goes after so many deliveries. */
  public record Redrive(String deadLetterQueueArn, int maxReceiveCount) {}

  static Queue of(Resource resource, String arn, Place properties) {
    if (resource.properties().has("FifoQueue") || resource.name().endsWith(".fifo")) {
      throw properties.refuse("FIFO queues are not run here.", "Use a standard queue.");
    }
    var fields = new Fields(resource.properties(), properties);
    var attributes = new TreeMap<String, String>();
    for (var name : SECONDS) {
      fields
          .optionalWholeNumber(name)
          .ifPresent(seconds -> attributes.put(name, seconds.toString()));
    }
    return new Queue(
        resource.logicalId(),
        resource.name(),
        arn,
        attributes,
        fields.object("RedrivePolicy").map(Queue::redrive));
  }

  private static Redrive redrive(Fields policy) {
    policy.only("deadLetterTargetArn", "maxReceiveCount");
    return new Redrive(policy.text("deadLetterTargetArn"), policy.wholeNumber("maxReceiveCount"));
  }
}
