package wildrydes.simulation.model;

import java.util.Set;
import wildrydes.simulation.model.expression.Bindings;
import wildrydes.simulation.model.expression.Condition;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Operand;
import wildrydes.simulation.model.expression.Path;

/** A query's filter must leave the keys to the key condition. */
final class FilterCheck {

  private FilterCheck() {}

  static void refuseKeys(Condition filter, Set<String> keyNames, Bindings bindings) {
    switch (filter) {
      case Condition.And(var left, var right) -> {
        refuseKeys(left, keyNames, bindings);
        refuseKeys(right, keyNames, bindings);
      }
      case Condition.Or(var left, var right) -> {
        refuseKeys(left, keyNames, bindings);
        refuseKeys(right, keyNames, bindings);
      }
      case Condition.Not(var negated) -> refuseKeys(negated, keyNames, bindings);
      case Condition.Comparison(var left, _, var right) -> {
        refuse(left, keyNames, bindings);
        refuse(right, keyNames, bindings);
      }
      case Condition.Between(var operand, var low, var high) -> {
        refuse(operand, keyNames, bindings);
        refuse(low, keyNames, bindings);
        refuse(high, keyNames, bindings);
      }
      case Condition.In(var operand, var among) -> {
        refuse(operand, keyNames, bindings);
        among.forEach(other -> refuse(other, keyNames, bindings));
      }
      case Condition.Exists(var path) -> refuse(path, keyNames, bindings);
      case Condition.HasType(var operand, _) -> refuse(operand, keyNames, bindings);
      case Condition.BeginsWith(var operand, var start) -> {
        refuse(operand, keyNames, bindings);
        refuse(start, keyNames, bindings);
      }
      case Condition.Contains(var operand, var part) -> {
        refuse(operand, keyNames, bindings);
        refuse(part, keyNames, bindings);
      }
    }
  }

  private static void refuse(Operand operand, Set<String> keyNames, Bindings bindings) {
    switch (operand) {
      case Operand.At(var path) -> refuse(path, keyNames, bindings);
      case Operand.Size(var of) -> refuse(of, keyNames, bindings);
      case Operand.Literal _ -> {}
    }
  }

  private static void refuse(Path path, Set<String> keyNames, Bindings bindings) {
    if (keyNames.contains(path.root(bindings))) {
      throw Invalid.request(
          "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
              + path.root(bindings));
    }
  }
}
