package wildrydes.simulation.model.expression;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type.L;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type.N;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a SET writes. */
public sealed interface NewValue {

  AttributeValue of(Map<String, AttributeValue> item, Bindings bindings);

  /** Refuses literals of a type that is never right there. */
  void check(Bindings bindings);

  record Literal(String placeholder) implements NewValue {

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      return bindings.value(placeholder);
    }

    @Override
    public void check(Bindings bindings) {}
  }

  record Of(Path path) implements NewValue {

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = path.in(item, bindings);
      if (value == null) {
        throw Invalid.request(
            "The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }

    @Override
    public void check(Bindings bindings) {}
  }

  record IfNotExists(Path path, NewValue otherwise) implements NewValue {

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      // Even where it is not wanted, the other value must exist.
      AttributeValue other = otherwise.of(item, bindings);
      AttributeValue value = path.in(item, bindings);
      return value != null ? value : other;
    }

    @Override
    public void check(Bindings bindings) {
      otherwise.check(bindings);
      if (otherwise instanceof Of(var other)) {
        ConditionCheck.distinct(bindings, "if_not_exists", path, other);
      }
    }
  }

  record ListAppend(NewValue first, NewValue second) implements NewValue {

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      List<AttributeValue> all = new ArrayList<>();
      for (NewValue part : List.of(first, second)) {
        AttributeValue list = part.of(item, bindings);
        requireType(list.type() == L);
        all.addAll(list.l());
      }
      return AttributeValue.fromL(all);
    }

    @Override
    public void check(Bindings bindings) {
      requireLiteral(first, L, "list_append", bindings);
      requireLiteral(second, L, "list_append", bindings);
    }
  }

  record Sum(NewValue left, boolean minus, NewValue right) implements NewValue {

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue one = left.of(item, bindings);
      AttributeValue other = right.of(item, bindings);
      requireType(one.type() == N && other.type() == N);
      BigDecimal summand = Numbers.parse(other.n());
      BigDecimal sum = Numbers.parse(one.n()).add(minus ? summand.negate() : summand);
      return AttributeValue.fromN(Numbers.normal(sum));
    }

    @Override
    public void check(Bindings bindings) {
      requireLiteral(left, N, minus ? "-" : "+", bindings);
      requireLiteral(right, N, minus ? "-" : "+", bindings);
    }
  }

  private static void requireType(boolean right) {
    if (!right) {
      throw Invalid.request("An operand in the update expression has an incorrect data type");
    }
  }

  private static void requireLiteral(
      NewValue value, AttributeValue.Type type, String operator, Bindings bindings) {
    value.check(bindings);
    NewValue operand = value instanceof IfNotExists(_, var otherwise) ? otherwise : value;
    if (operand instanceof Literal(var placeholder) && bindings.value(placeholder).type() != type) {
      throw Invalid.request(
          "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
              .formatted(operator, Values.typeName(bindings.value(placeholder))));
    }
  }
}
