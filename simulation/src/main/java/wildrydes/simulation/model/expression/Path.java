package wildrydes.simulation.model.expression;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type.L;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type.M;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A document path, e.g. {@code Unicorn.#n} or {@code Stops[2]}. */
public record Path(List<Step> steps) {

  /** One step into the item. */
  public sealed interface Step {

    record Field(String name) implements Step {}

    /** A field whose name is bound to a placeholder. */
    record Placeholder(String placeholder) implements Step {}

    record Index(int index) implements Step {}
  }

  public Path {
    steps = List.copyOf(steps);
  }

  /** What stands there, or null if nothing does. */
  public @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
    AttributeValue found = item.get(field(0, bindings));
    for (int i = 1; i < steps.size() && found != null; i++) {
      found = step(found, steps.get(i), bindings);
    }
    return found;
  }

  private static @Nullable AttributeValue step(AttributeValue value, Step step, Bindings bindings) {
    return switch (step) {
      case Step.Field(var name) -> value.type() == M ? value.m().get(name) : null;
      case Step.Placeholder(var name) ->
          value.type() == M ? value.m().get(bindings.name(name)) : null;
      case Step.Index(var index) ->
          value.type() == L && index < value.l().size() ? value.l().get(index) : null;
    };
  }

  /** The attribute's name with which the path begins. */
  public String root(Bindings bindings) {
    return field(0, bindings);
  }

  /** The field's name at a step that is not an index. */
  String field(int step, Bindings bindings) {
    return switch (steps.get(step)) {
      case Step.Field(var name) -> name;
      case Step.Placeholder(var placeholder) -> bindings.name(placeholder);
      case Step.Index _ -> throw new IllegalStateException("An index has no name");
    };
  }

  /** The same path with its placeholders replaced, to compare it with others. */
  Path resolved(Bindings bindings) {
    boolean plain = true;
    for (Step step : steps) {
      plain &= !(step instanceof Step.Placeholder);
    }
    return plain
        ? this
        : new Path(
            steps.stream()
                .<Step>map(
                    step ->
                        step instanceof Step.Placeholder(var placeholder)
                            ? new Step.Field(bindings.name(placeholder))
                            : step)
                .toList());
  }
}
