package wildrydes.simulation.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.template.Queue;

/** The queues by name, by URL and by ARN. */
final class ModelQueues {

  private final Map<String, ModelQueue> byName = new LinkedHashMap<>();
  private final Map<String, ModelQueue> byUrl = new HashMap<>();

  ModelQueue create(Queue queue) {
    var account = queue.arn().split(":", -1);
    var url = "https://sqs.%s.amazonaws.com/%s/%s".formatted(account[3], account[4], queue.name());
    var created = new ModelQueue(queue, url);
    byName.put(queue.name(), created);
    byUrl.clear();
    return created;
  }

  Collection<ModelQueue> all() {
    return byName.values();
  }

  /** The queue of that URL: the host does not matter, as it does not to SQS. */
  ModelQueue at(@Nullable String url) {
    if (url == null) {
      throw SqsErrors.missing("QueueUrl");
    }
    ModelQueue known = byUrl.get(url);
    if (known != null) {
      return known;
    }
    ModelQueue found = named(url.substring(url.lastIndexOf('/') + 1));
    byUrl.put(url, found);
    return found;
  }

  ModelQueue named(@Nullable String name) {
    ModelQueue queue = name == null ? null : byName.get(name);
    if (queue == null) {
      throw SqsErrors.queueDoesNotExist();
    }
    return queue;
  }

  Optional<ModelQueue> withArn(String arn) {
    return byName.values().stream().filter(queue -> queue.arn().equals(arn)).findFirst();
  }

  /** Whether some queue's redrive policy names this one. */
  boolean isDeadLetterQueue(ModelQueue queue) {
    return byName.values().stream()
        .flatMap(source -> source.redrive().stream())
        .anyMatch(redrive -> redrive.deadLetterQueueArn().equals(queue.arn()));
  }
}
