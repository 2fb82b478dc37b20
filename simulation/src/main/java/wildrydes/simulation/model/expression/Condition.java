package wildrydes.simulation.model.expression;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition or a filter: true or false of an item, where an absent item is an empty one. */
public sealed interface Condition {

  boolean test(Map<String, AttributeValue> item, Bindings bindings);

  record And(Condition left, Condition right) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      return left.test(item, bindings) && right.test(item, bindings);
    }
  }

  record Or(Condition left, Condition right) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      return left.test(item, bindings) || right.test(item, bindings);
    }
  }

  record Not(Condition condition) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      return !condition.test(item, bindings);
    }
  }

  /** Of two values; what is absent equals nothing, is unlike everything and has no order. */
  record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue one = left.in(item, bindings);
      AttributeValue other = right.in(item, bindings);
      return (one == null || other == null)
          ? comparator == Comparator.NOT_EQUAL
          : comparator.holds(one, other);
    }
  }

  record Between(Operand operand, Operand low, Operand high) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = operand.in(item, bindings);
      AttributeValue least = low.in(item, bindings);
      AttributeValue most = high.in(item, bindings);
      return value != null
          && least != null
          && most != null
          && Comparator.AT_LEAST.holds(value, least)
          && Comparator.AT_MOST.holds(value, most);
    }
  }

  record In(Operand operand, List<Operand> among) implements Condition {

    public In {
      among = List.copyOf(among);
    }

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = operand.in(item, bindings);
      if (value == null) {
        return false;
      }
      for (Operand candidate : among) {
        AttributeValue other = candidate.in(item, bindings);
        if (other != null && Values.equal(value, other)) {
          return true;
        }
      }
      return false;
    }
  }

  record Exists(Path path) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      return path.in(item, bindings) != null;
    }
  }

  record HasType(Operand operand, Operand type) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = operand.in(item, bindings);
      AttributeValue name = type.in(item, bindings);
      return value != null && name != null && Values.typeName(value).equals(name.s());
    }
  }

  record BeginsWith(Operand operand, Operand start) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = operand.in(item, bindings);
      AttributeValue beginning = start.in(item, bindings);
      return value != null && beginning != null && Values.beginsWith(value, beginning);
    }
  }

  record Contains(Operand operand, Operand part) implements Condition {

    @Override
    public boolean test(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = operand.in(item, bindings);
      AttributeValue element = part.in(item, bindings);
      return value != null && element != null && Values.contains(value, element);
    }
  }
}
