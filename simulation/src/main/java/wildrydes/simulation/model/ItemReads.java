package wildrydes.simulation.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a read sees items: consistently, or each as it was a moment ago. */
record ItemReads(InstantSource clock, Supplier<Duration> staleness) {

  /** One read, which sees the table at one time. */
  final class Snapshot {

    private final boolean consistent;
    private final Instant now = clock.instant();
    private final Instant oldest = now.minus(ItemHistory.KEPT);

    private Snapshot(boolean consistent) {
      this.consistent = consistent;
    }

    /** The item as this read sees it; empty if it sees none. */
    Map<String, AttributeValue> see(@Nullable ItemHistory history) {
      if (history == null) {
        return Map.of();
      }
      // Where nothing has changed lately, every staleness shows the same.
      if (consistent || !history.changedAfter(oldest)) {
        return history.now();
      }
      Duration age = staleness.get();
      if (age.compareTo(ItemHistory.KEPT) > 0 || age.isNegative()) {
        throw new IllegalArgumentException(
            "A read is 0 to " + ItemHistory.KEPT + " stale, not " + age);
      }
      return history.at(now.minus(age));
    }
  }

  Snapshot read(@Nullable Boolean consistent) {
    return new Snapshot(consistent != null && consistent);
  }
}
