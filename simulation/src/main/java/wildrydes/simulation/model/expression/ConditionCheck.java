package wildrydes.simulation.model.expression;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB refuses in a condition before it looks at any item: literals of a type that the
 * operator cannot take, bounds in the wrong order, an attribute compared with itself.
 */
public final class ConditionCheck {

  private static final Set<String> TYPE_NAMES =
      Set.of("S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL");

  private static final int MAX_IN_OPERANDS = 100;

  private ConditionCheck() {}

  public static void check(Condition condition, Bindings bindings) {
    switch (condition) {
      case Condition.And(var left, var right) -> {
        check(left, bindings);
        check(right, bindings);
      }
      case Condition.Or(var left, var right) -> {
        check(left, bindings);
        check(right, bindings);
      }
      case Condition.Not(var negated) -> check(negated, bindings);
      case Condition.Comparison(var left, var comparator, var right) -> {
        sizes(bindings, left, right);
        distinct(bindings, comparator.symbol(), left, right);
        if (comparator.isOrder()) {
          ordered(bindings, comparator.symbol(), left, right);
        }
      }
      case Condition.Between between -> bounds(between, bindings);
      case Condition.In(var operand, var among) -> {
        if (among.size() > MAX_IN_OPERANDS) {
          throw Invalid.request("The IN operator is provided with too many operands;");
        }
        sizes(bindings, operand);
        for (Operand candidate : among) {
          sizes(bindings, candidate);
          distinct(bindings, "IN", operand, candidate);
        }
      }
      case Condition.Exists _ -> {}
      case Condition.HasType(var operand, var type) -> type(operand, type, bindings);
      case Condition.BeginsWith(var operand, var start) -> {
        sizes(bindings, operand, start);
        distinct(bindings, "begins_with", operand, start);
        texts(bindings, operand, start);
      }
      case Condition.Contains(var operand, var part) -> {
        sizes(bindings, operand, part);
        distinct(bindings, "contains", operand, part);
      }
    }
  }

  private static void bounds(Condition.Between between, Bindings bindings) {
    sizes(bindings, between.operand(), between.low(), between.high());
    ordered(bindings, "BETWEEN", between.operand(), between.low(), between.high());
    if (between.low() instanceof Operand.Literal(var low)
        && between.high() instanceof Operand.Literal(var high)) {
      AttributeValue least = bindings.value(low);
      AttributeValue most = bindings.value(high);
      if (!Values.comparable(least, most)) {
        throw Invalid.request(
            "The BETWEEN operator requires same data type for lower and upper bounds;");
      }
      if (Values.compare(least, most) > 0) {
        throw Invalid.request(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower"
                + " bound;");
      }
    }
  }

  private static void type(Operand operand, Operand type, Bindings bindings) {
    if (!(operand instanceof Operand.At) || !(type instanceof Operand.Literal(var placeholder))) {
      throw wrongType("attribute_type", "{}");
    }
    AttributeValue name = bindings.value(placeholder);
    if (name.type() != AttributeValue.Type.S) {
      throw wrongType("attribute_type", Values.typeName(name));
    }
    if (!TYPE_NAMES.contains(name.s())) {
      throw Invalid.request("Invalid attribute type name found; type: " + name.s());
    }
  }

  private static void texts(Bindings bindings, Operand... operands) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Size) {
        throw wrongType("begins_with", "N");
      }
      if (operand instanceof Operand.Literal(var placeholder)) {
        AttributeValue value = bindings.value(placeholder);
        if (value.type() != AttributeValue.Type.S && value.type() != AttributeValue.Type.B) {
          throw wrongType("begins_with", Values.typeName(value));
        }
      }
    }
  }

  private static void ordered(Bindings bindings, String operator, Operand... operands) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Literal(var placeholder)) {
        AttributeValue value = bindings.value(placeholder);
        if (!Values.hasOrder(value)) {
          throw wrongType(operator, Values.typeName(value));
        }
      }
    }
  }

  /** A literal without a size. */
  private static void sizes(Bindings bindings, Operand... operands) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Size(var of)
          && of instanceof Operand.Literal(var placeholder)
          && Values.size(bindings.value(placeholder)) == null) {
        throw wrongType("size", Values.typeName(bindings.value(placeholder)));
      }
    }
  }

  private static void distinct(Bindings bindings, String operator, Operand... operands) {
    if (operands[0] instanceof Operand.At(var first)
        && operands[1] instanceof Operand.At(var second)) {
      distinct(bindings, operator, first, second);
    }
  }

  static void distinct(Bindings bindings, String operator, Path first, Path second) {
    if (first.resolved(bindings).equals(second.resolved(bindings))) {
      throw Invalid.request(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator);
    }
  }

  private static RuntimeException wrongType(String operator, String type) {
    return Invalid.request(
        "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
            .formatted(operator, type));
  }
}
