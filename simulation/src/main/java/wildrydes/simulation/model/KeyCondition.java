package wildrydes.simulation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.simulation.model.expression.Bindings;
import wildrydes.simulation.model.expression.Comparator;
import wildrydes.simulation.model.expression.Condition;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Operand;
import wildrydes.simulation.model.expression.Path;

/**
 * Which items a query reads: those of one partition and, perhaps, with some sort keys.
 *
 * @param sort null for the whole partition
 */
record KeyCondition(AttributeValue partition, @Nullable Condition sort) {

  static KeyCondition of(Condition condition, Bindings bindings, ModelTable table) {
    List<Condition> parts = new ArrayList<>(2);
    flatten(condition, parts);
    AttributeValue partition = null;
    Condition sort = null;
    for (Condition part : parts) {
      String name = attribute(part, bindings);
      if (name.equals(table.partitionName()) && partition == null) {
        partition = partition(part, bindings);
      } else if (table.sortName().isPresent()
          && name.equals(table.sortName().get())
          && sort == null) {
        sort = part;
      } else {
        throw Invalid.request("Query key condition not supported: " + name);
      }
    }
    if (partition == null) {
      throw Invalid.request("Query condition missed key schema element: " + table.partitionName());
    }
    return new KeyCondition(partition, sort);
  }

  private static void flatten(Condition condition, List<Condition> parts) {
    if (condition instanceof Condition.And(var left, var right)) {
      flatten(left, parts);
      flatten(right, parts);
    } else {
      parts.add(condition);
    }
  }

  private static AttributeValue partition(Condition part, Bindings bindings) {
    if (part instanceof Condition.Comparison(_, var comparator, Operand.Literal value)
        && comparator == Comparator.EQUAL) {
      return value.in(Map.of(), bindings);
    }
    throw Invalid.request("Query key condition not supported");
  }

  /** The attribute that a condition compares with literals; nothing else can be looked up. */
  private static String attribute(Condition part, Bindings bindings) {
    return switch (part) {
      case Condition.Comparison(Operand.At(var path), var comparator, Operand.Literal _)
          when comparator != Comparator.NOT_EQUAL ->
          name(path, bindings);
      case Condition.Between(Operand.At(var path), Operand.Literal _, Operand.Literal _) ->
          name(path, bindings);
      case Condition.BeginsWith(Operand.At(var path), Operand.Literal _) -> name(path, bindings);
      default -> throw Invalid.request("Invalid operator used in KeyConditionExpression");
    };
  }

  private static String name(Path path, Bindings bindings) {
    if (path.steps().size() > 1) {
      throw Invalid.request(
          "Invalid KeyConditionExpression: nested attributes are not allowed in key conditions");
    }
    return path.root(bindings);
  }

  boolean sortMatches(Map<String, AttributeValue> item, Bindings bindings) {
    return sort == null || sort.test(item, bindings);
  }
}
