package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of an item that a projection's paths name, in their places. */
public final class Projection {

  private Projection() {}

  public static Map<String, AttributeValue> of(
      List<Path> paths, Map<String, AttributeValue> item, Bindings bindings) {
    Map<String, AttributeValue> projected = new HashMap<>();
    List<Path> nested = new ArrayList<>();
    for (Path path : paths) {
      AttributeValue value = path.in(item, bindings);
      if (value != null && path.steps().size() == 1) {
        projected.put(path.root(bindings), value);
      } else if (value != null) {
        nested.add(path.resolved(bindings));
      }
    }
    if (!nested.isEmpty()) {
      nested(nested, item, projected);
    }
    return projected;
  }

  /** Refuses paths of which one is a part of another. */
  public static void check(List<Path> paths, Bindings bindings) {
    if (paths.size() > 1) {
      Overlaps.refuse(paths, bindings);
    }
  }

  private static void nested(
      List<Path> paths, Map<String, AttributeValue> item, Map<String, AttributeValue> projected) {
    Map<Object, Object> wanted = new HashMap<>();
    for (Path path : paths) {
      add(wanted, path.steps());
    }
    wanted.forEach(
        (step, below) -> {
          String name = ((Path.Step.Field) step).name();
          AttributeValue value = item.get(name);
          AttributeValue part = value == null ? null : part(value, below);
          if (part != null) {
            projected.put(name, part);
          }
        });
  }

  @SuppressWarnings("unchecked") // The tree is made here, of maps of maps.
  private static void add(Map<Object, Object> tree, List<Path.Step> steps) {
    Map<Object, Object> at = tree;
    for (Path.Step step : steps) {
      at = (Map<Object, Object>) at.computeIfAbsent(step, _ -> new HashMap<>());
    }
  }

  private static @Nullable AttributeValue part(AttributeValue value, Object wanted) {
    Map<?, ?> steps = (Map<?, ?>) wanted;
    if (steps.isEmpty()) {
      return value;
    }
    Map<String, AttributeValue> fields = new HashMap<>();
    // A projected list closes its gaps but keeps its order.
    Map<Integer, AttributeValue> elements = new TreeMap<>();
    // Where the tree ends, all below is wanted.
    steps.forEach(
        (step, below) -> {
          AttributeValue next = step(value, (Path.Step) step);
          AttributeValue part = next == null ? null : part(next, below);
          if (part != null && step instanceof Path.Step.Field(var name)) {
            fields.put(name, part);
          } else if (part != null && step instanceof Path.Step.Index(var index)) {
            elements.put(index, part);
          }
        });
    if (fields.isEmpty() && elements.isEmpty()) {
      return null;
    }
    return fields.isEmpty()
        ? AttributeValue.fromL(List.copyOf(elements.values()))
        : AttributeValue.fromM(fields);
  }

  private static @Nullable AttributeValue step(AttributeValue value, Path.Step step) {
    return switch (step) {
      case Path.Step.Field(var name) -> value.hasM() ? value.m().get(name) : null;
      case Path.Step.Index(var index) ->
          value.hasL() && index < value.l().size() ? value.l().get(index) : null;
      case Path.Step.Placeholder _ -> throw new IllegalStateException("The path is not resolved");
    };
  }
}
