package wildrydes.simulation.checks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tables' items say. */
final class Items {

  private Items() {}

  static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  static double number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? Double.NaN : Double.parseDouble(value.n());
  }

  /** Until when the unicorn is or was leased, by the clock of whoever leased it. */
  static Optional<Instant> busyUntil(Map<String, AttributeValue> unicorn) {
    return Optional.ofNullable(unicorn.get("BusyUntil"))
        .map(value -> Instant.ofEpochMilli(Long.parseLong(value.n())));
  }
}
