package wildrydes.emulators.cloudwatch.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import wildrydes.emulators.cloudwatch.store.MetricId;

/**
 * Names for the series that a search found: only what tells them apart, as CloudWatch's console
 * shows them. CloudWatch does not document these labels.
 */
final class SearchLabels {
  private SearchLabels() {}

  static Map<MetricId, String> of(List<MetricId> metrics) {
    var telling = new ArrayList<Function<MetricId, Optional<String>>>();
    tell(metrics, metric -> Optional.of(metric.namespace()), telling);
    var dimensions = new TreeSet<String>();
    metrics.forEach(metric -> dimensions.addAll(metric.dimensions().keySet()));
    for (String dimension : dimensions) {
      tell(metrics, metric -> Optional.ofNullable(metric.dimensions().get(dimension)), telling);
    }
    tell(metrics, metric -> Optional.of(metric.name()), telling);
    var labels = new HashMap<MetricId, String>();
    for (MetricId metric : metrics) {
      var label =
          String.join(" ", telling.stream().flatMap(each -> each.apply(metric).stream()).toList());
      labels.put(metric, label.isEmpty() ? metric.name() : label);
    }
    return labels;
  }

  private static void tell(
      List<MetricId> metrics,
      Function<MetricId, Optional<String>> part,
      List<Function<MetricId, Optional<String>>> telling) {
    if (new HashSet<>(metrics.stream().map(part).toList()).size() > 1) {
      telling.add(part);
    }
  }
}
