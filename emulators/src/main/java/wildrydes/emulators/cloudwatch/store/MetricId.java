package wildrydes.emulators.cloudwatch.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes a metric the same metric: its namespace, its name and exactly these dimensions.
 * CloudWatch does not add up across dimensions, so one dimension more or less is another metric.
 */
public record MetricId(String namespace, String name, SortedMap<String, String> dimensions)
    implements Comparable<MetricId> {
  public MetricId {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  public static MetricId of(String namespace, String name, Map<String, String> dimensions) {
    return new MetricId(namespace, name, new TreeMap<>(dimensions));
  }

  /** All of it in one string, in the order metrics are listed: names hold no control characters. */
  public String key() {
    var key = new StringBuilder(namespace).append('\0').append(name);
    dimensions.forEach((each, value) -> key.append('\0').append(each).append('\0').append(value));
    return key.toString();
  }

  @Override
  public int compareTo(MetricId other) {
    return key().compareTo(other.key());
  }
}
