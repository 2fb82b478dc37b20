package wildrydes.simulation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as it is, and as it was in the last seconds: a read that is not consistent may still see
 * that.
 */
final class ItemHistory {

  /** No read is staler than this. */
  static final Duration KEPT = Duration.ofSeconds(5);

  private static final class Version {

    final Map<String, AttributeValue> item;
    final Instant since;
    @Nullable Version older;

    Version(Map<String, AttributeValue> item, Instant since, @Nullable Version older) {
      this.item = item;
      this.since = since;
      this.older = older;
    }
  }

  private @Nullable Version newest;

  /** Empty if there is none. */
  Map<String, AttributeValue> now() {
    return newest == null ? Map.of() : newest.item;
  }

  /** Whether a read could see anything but what is now. */
  boolean changedAfter(Instant time) {
    return newest != null && newest.since.isAfter(time);
  }

  /** The item as it was then. */
  Map<String, AttributeValue> at(Instant time) {
    Version version = newest;
    while (version != null && version.since.isAfter(time)) {
      version = version.older;
    }
    return version == null ? Map.of() : version.item;
  }

  void write(Map<String, AttributeValue> item, Instant now) {
    // What was written at this very time before can be seen by nobody any more.
    Version before = newest != null && newest.since.equals(now) ? newest.older : newest;
    newest = new Version(item, now, before);
    forgetBefore(now.minus(KEPT));
  }

  private void forgetBefore(Instant time) {
    Version version = newest;
    while (version != null && version.since.isAfter(time)) {
      version = version.older;
    }
    if (version != null) {
      version.older = null;
    }
  }
}
