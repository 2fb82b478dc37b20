package wildrydes.simulation.model.expression;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the placeholders of a request's expressions stand for.
 *
 * @param names by {@code #placeholder}
 * @param values by {@code :placeholder}, in their normal form
 */
public record Bindings(Map<String, String> names, Map<String, AttributeValue> values) {

  /**
   * Binds a request's placeholders; each must be used, and each that is used must be there.
   *
   * @param used by each of the request's expressions
   */
  public static Bindings of(
      Map<String, String> names, Map<String, AttributeValue> values, List<Placeholders> used) {
    for (Placeholders placeholders : used) {
      requireAll("name", placeholders.names(), names.keySet());
      requireAll("value", placeholders.values(), values.keySet());
    }
    for (String name : names.keySet()) {
      if (used.stream().noneMatch(placeholders -> placeholders.names().contains(name))) {
        throw unused("Names", name);
      }
    }
    for (String value : values.keySet()) {
      if (!anyUses(used, value)) {
        throw unused("Values", value);
      }
    }
    return new Bindings(names, Values.normal(values));
  }

  private static void requireAll(String kind, Set<String> used, Set<String> given) {
    for (String placeholder : used) {
      if (!given.contains(placeholder)) {
        throw Invalid.request(
            "An expression attribute %s used in expression is not defined; attribute %s: %s"
                .formatted(kind, kind, placeholder));
      }
    }
  }

  private static boolean anyUses(List<Placeholders> used, String value) {
    for (Placeholders placeholders : used) {
      if (placeholders.values().contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException unused(String kind, String placeholder) {
    return Invalid.request(
        "Value provided in ExpressionAttribute%s unused in expressions: keys: {%s}"
            .formatted(kind, placeholder));
  }

  AttributeValue value(String placeholder) {
    return Objects.requireNonNull(values.get(placeholder));
  }

  String name(String placeholder) {
    return Objects.requireNonNull(names.get(placeholder));
  }
}
