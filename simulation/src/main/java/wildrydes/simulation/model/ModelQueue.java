package wildrydes.simulation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wildrydes.emulators.template.Queue;

/** The messages of one queue, and when each can be received. */
final class ModelQueue {

  private static final Duration VISIBILITY = Duration.ofSeconds(30);
  private static final Duration RETENTION = Duration.ofDays(4);

  private final Queue declared;
  private final String url;
  private final Duration visibility;
  private final Duration delay;
  private final Duration retention;
  private final List<QueuedMessage> messages = new ArrayList<>();

  ModelQueue(Queue declared, String url) {
    this.declared = declared;
    this.url = url;
    this.visibility = seconds("VisibilityTimeout", VISIBILITY);
    this.delay = seconds("DelaySeconds", Duration.ZERO);
    this.retention = seconds("MessageRetentionPeriod", RETENTION);
  }

  private Duration seconds(String attribute, Duration otherwise) {
    String seconds = declared.attributes().get(attribute);
    return seconds == null ? otherwise : Duration.ofSeconds(Long.parseLong(seconds));
  }

  String name() {
    return declared.name();
  }

  String arn() {
    return declared.arn();
  }

  String url() {
    return url;
  }

  Duration visibility() {
    return visibility;
  }

  Duration delay() {
    return delay;
  }

  Duration retention() {
    return retention;
  }

  Optional<Queue.Redrive> redrive() {
    return declared.redrive();
  }

  /** All that are kept at this time; what is older than the retention is gone. */
  List<QueuedMessage> messages(Instant now) {
    if (!messages.isEmpty()) {
      Instant expired = now.minus(retention);
      messages.removeIf(message -> message.content.sentTime().isBefore(expired));
    }
    return messages;
  }

  void add(QueuedMessage message) {
    messages.add(message);
  }

  void remove(QueuedMessage message) {
    messages.remove(message);
  }

  void clear() {
    messages.clear();
  }

  Optional<QueuedMessage> find(long copy, Instant now) {
    for (QueuedMessage message : messages(now)) {
      if (message.copy == copy) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** Those that can be received, in an order of chance. */
  List<QueuedMessage> visible(Instant now, RandomGenerator random) {
    List<QueuedMessage> visible = new ArrayList<>();
    for (QueuedMessage message : messages(now)) {
      if (message.isVisible(now)) {
        visible.add(message);
      }
    }
    for (int i = visible.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      QueuedMessage message = visible.get(i);
      visible.set(i, visible.get(other));
      visible.set(other, message);
    }
    return visible;
  }

  /** When the next one can be received: now, if one can be. */
  Optional<Instant> nextVisible(Instant now) {
    Instant next = null;
    for (QueuedMessage message : messages(now)) {
      if (next == null || message.visibleFrom.isBefore(next)) {
        next = message.visibleFrom;
      }
    }
    return next == null ? Optional.empty() : Optional.of(next.isBefore(now) ? now : next);
  }

  /** Those that were sent with a delay which is not over. */
  long delayed(Instant now) {
    return messages(now).stream()
        .filter(message -> !message.isVisible(now) && !message.isInFlight(now))
        .count();
  }

  long inFlight(Instant now) {
    return messages(now).stream().filter(message -> message.isInFlight(now)).count();
  }
}
