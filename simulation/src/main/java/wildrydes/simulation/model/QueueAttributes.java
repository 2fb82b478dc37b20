package wildrydes.simulation.model;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A queue's attributes: what was declared, and how many messages there are. */
final class QueueAttributes {

  private static final String ALL = "All";

  private QueueAttributes() {}

  static Map<String, String> of(ModelQueue queue, Collection<String> asked, Instant now) {
    Map<String, String> all = new HashMap<>();
    long inFlight = queue.inFlight(now);
    long delayed = queue.delayed(now);
    long visible = queue.messages(now).size() - inFlight - delayed;
    all.put("ApproximateNumberOfMessages", Long.toString(visible));
    all.put("ApproximateNumberOfMessagesNotVisible", Long.toString(inFlight));
    all.put("ApproximateNumberOfMessagesDelayed", Long.toString(delayed));
    all.put("QueueArn", queue.arn());
    all.put("VisibilityTimeout", Long.toString(queue.visibility().toSeconds()));
    all.put("DelaySeconds", Long.toString(queue.delay().toSeconds()));
    all.put("MessageRetentionPeriod", Long.toString(queue.retention().toSeconds()));
    queue
        .redrive()
        .ifPresent(
            redrive ->
                all.put(
                    "RedrivePolicy",
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(redrive.deadLetterQueueArn(), redrive.maxReceiveCount())));
    if (!asked.contains(ALL)) {
      all.keySet().retainAll(asked);
    }
    return all;
  }
}
