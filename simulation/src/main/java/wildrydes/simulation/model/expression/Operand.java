package wildrydes.simulation.model.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a condition compares. */
public sealed interface Operand {

  /** Its value, or null where the item has none. */
  @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings);

  record At(Path path) implements Operand {

    @Override
    public @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      return path.in(item, bindings);
    }
  }

  record Literal(String placeholder) implements Operand {

    @Override
    public AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      return bindings.value(placeholder);
    }
  }

  /** How long a text, how large a set, list or map is. */
  record Size(Operand of) implements Operand {

    @Override
    public @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = of.in(item, bindings);
      return value == null ? null : Values.size(value);
    }
  }
}
