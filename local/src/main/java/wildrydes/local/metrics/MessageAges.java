package wildrydes.local.metrics;

import static java.util.stream.Collectors.toMap;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.template.Queue;

/**
 * Since when the messages wait that the functions have been given and have not done with. ElasticMQ
 * does not tell the age of its oldest message, but whoever receives a message learns its own.
 */
public final class MessageAges {

  /** A message that is not back this long after its visibility time-out is no longer there. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private record Undone(Instant sent, Instant backBy) {}

  private final InstantSource clock;
  private final Map<String, Queue> queues;
  private final Map<String, Map<String, Undone>> undoneByQueue = new HashMap<>();

  public MessageAges(List<Queue> queues, InstantSource clock) {
    this.queues = queues.stream().collect(toMap(Queue::name, queue -> queue));
    this.clock = clock;
  }

  /** A function is about to work these messages of a queue. */
  public synchronized void received(String queue, List<Message> messages) {
    Instant backBy = clock.instant().plus(visibilityTimeout(queue)).plus(GRACE);
    var undone = undoneByQueue.computeIfAbsent(queue, _ -> new HashMap<>());
    for (Message message : messages) {
      long sent = Long.parseLong(message.attributes().get(SENT_TIMESTAMP));
      undone.put(message.messageId(), new Undone(Instant.ofEpochMilli(sent), backBy));
    }
  }

  /** They are deleted. */
  public synchronized void done(String queue, List<Message> messages) {
    var undone = undoneByQueue.getOrDefault(queue, Map.of());
    messages.forEach(message -> undone.remove(message.messageId()));
  }

  /** They go back to the queue or, after their last delivery, to the dead letters. */
  public synchronized void failed(String queue, List<Message> messages) {
    done(queue, messages.stream().filter(message -> wasLast(queue, message)).toList());
  }

  /** When the oldest of them was sent; empty when there are none. */
  synchronized Optional<Instant> oldest(String queue) {
    Instant now = clock.instant();
    var undone = undoneByQueue.getOrDefault(queue, Map.of());
    undone.values().removeIf(message -> message.backBy().isBefore(now));
    return undone.values().stream().map(Undone::sent).min(Instant::compareTo);
  }

  /** Whether a function works from that queue. */
  synchronized boolean knows(String queue) {
    return undoneByQueue.containsKey(queue);
  }

  private boolean wasLast(String queue, Message message) {
    int receives = Integer.parseInt(message.attributes().get(APPROXIMATE_RECEIVE_COUNT));
    return Optional.ofNullable(queues.get(queue))
        .flatMap(Queue::redrive)
        .filter(redrive -> receives >= redrive.maxReceiveCount())
        .isPresent();
  }

  private Duration visibilityTimeout(String queue) {
    return Optional.ofNullable(queues.get(queue))
        .map(declared -> declared.attributes().get("VisibilityTimeout"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ofSeconds(30));
  }
}
