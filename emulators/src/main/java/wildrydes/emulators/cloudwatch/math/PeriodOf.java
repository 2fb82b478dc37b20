package wildrydes.emulators.cloudwatch.math;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the period that an expression gets from what it names. */
final class PeriodOf {
  private final Map<String, Worksheet.Cell> cells;
  private final Set<String> seen = new HashSet<>();

  PeriodOf(Map<String, Worksheet.Cell> cells) {
    this.cells = cells;
  }

  /** In seconds, of the first metric in it; empty when there is none. */
  OptionalInt in(Expression expression) {
    return switch (expression) {
      case Expression.Name(String id) when cells.containsKey(id) && seen.add(id) ->
          switch (cells.get(id)) {
            case Worksheet.Cell.Metric(var series) -> OptionalInt.of(series.grid().period());
            case Worksheet.Cell.Formula(var inner, var _) -> in(inner);
          };
      case Expression.Call(String function, var arguments)
          when function.equals("SEARCH")
              && arguments.size() == 3
              && arguments.get(2) instanceof Expression.Constant(double period)
              && period >= 1 ->
          OptionalInt.of((int) period);
      default ->
          expression.parts().stream()
              .map(this::in)
              .filter(OptionalInt::isPresent)
              .findFirst()
              .orElse(OptionalInt.empty());
    };
  }
}
