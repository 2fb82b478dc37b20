package wildrydes.emulators.cloudwatch.search;

import java.util.List;
import java.util.stream.Stream;
import wildrydes.emulators.cloudwatch.store.MetricId;

/** A condition on metrics. */
sealed interface Term {
  /** Without terms: the schema decides alone. */
  record All(List<Term> terms) implements Term {}

  record Any(List<Term> terms) implements Term {}

  record None(Term term) implements Term {}

  /** A namespace and exactly these dimensions' names. */
  record Schema(String namespace, List<String> dimensions) implements Term {}

  /** A text in any name or value of the metric. */
  record Anywhere(Text text) implements Term {}

  /** A text in one property: {@code MetricName}, {@code Namespace} or a dimension. */
  record Property(String name, Text text) implements Term {}

  /**
   * What is looked for.
   *
   * @param exact in double quotes: the whole of it, in its own case
   */
  record Text(String text, boolean exact) {
    boolean isIn(String name) {
      return exact ? name.equals(text) : Tokens.of(text).areIn(name);
    }
  }

  default boolean holdsFor(MetricId metric) {
    return switch (this) {
      case All(var terms) -> terms.stream().allMatch(each -> each.holdsFor(metric));
      case Any(var terms) -> terms.stream().anyMatch(each -> each.holdsFor(metric));
      case None(var term) -> !term.holdsFor(metric);
      case Schema(var namespace, var dimensions) ->
          metric.namespace().equals(namespace)
              && metric.dimensions().size() == dimensions.size()
              && metric.dimensions().keySet().containsAll(dimensions);
      case Anywhere(var text) -> names(metric).anyMatch(text::isIn);
      case Property(var name, var text) -> property(metric, name).anyMatch(text::isIn);
    };
  }

  private static Stream<String> names(MetricId metric) {
    return Stream.of(
            Stream.of(metric.namespace(), metric.name()),
            metric.dimensions().keySet().stream(),
            metric.dimensions().values().stream())
        .flatMap(each -> each);
  }

  private static Stream<String> property(MetricId metric, String name) {
    return switch (name) {
      case "MetricName" -> Stream.of(metric.name());
      case "Namespace" -> Stream.of(metric.namespace());
      default -> Stream.ofNullable(metric.dimensions().get(name));
    };
  }
}
