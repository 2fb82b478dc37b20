package wildrydes.emulators.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** What an expression is worth, given what its names stand for. */
record Evaluation(Scope scope) {
  Value of(Expression expression) {
    return switch (expression) {
      case Expression.Constant(double value) -> new Value.Scalar(value);
      case Expression.Text(String text) ->
          throw new ExpressionException("The string '%s' is no value.".formatted(text));
      case Expression.Name(String name) -> scope.named(name);
      case Expression.Negation(Expression of) -> each(of(of), value -> -value);
      case Expression.Not(Expression of) -> not(of(of));
      case Expression.Operation(Operator operator, Expression left, Expression right) ->
          operation(operator, of(left), of(right));
      case Expression.Call(String function, List<Expression> arguments) ->
          Functions.named(function).value(new Arguments(function, arguments, this));
      case Expression.Listing(List<Expression> elements) -> listing(elements);
    };
  }

  /** An array within an array is the same as its series one by one. */
  private Value listing(List<Expression> elements) {
    var all = new ArrayList<TimeSeries>();
    for (Expression element : elements) {
      switch (of(element)) {
        case TimeSeries series -> all.add(series);
        case Value.SeriesArray(var inner) -> all.addAll(inner);
        case Value.Scalar _ ->
            throw new ExpressionException(
                "An array holds time series, not numbers: use TIME_SERIES.");
      }
    }
    return new Value.SeriesArray(all);
  }

  private static Value not(Value value) {
    if (value instanceof Value.SeriesArray array) {
      throw new ExpressionException(
          "Unsupported operand type for !: '%s'.".formatted(array.type()));
    }
    return each(value, number -> number == 0 ? 1 : Double.isNaN(number) ? number : 0);
  }

  static Value each(Value value, DoubleUnaryOperator change) {
    return switch (value) {
      case Value.Scalar(double number) -> new Value.Scalar(change.applyAsDouble(number));
      case TimeSeries series -> series.map(change);
      case Value.SeriesArray(var all) -> array(all.stream().map(series -> series.map(change)));
    };
  }

  private static Value operation(Operator operator, Value left, Value right) {
    boolean arrays = left instanceof Value.SeriesArray || right instanceof Value.SeriesArray;
    if (arrays && !operator.isArithmetic()) {
      throw unsupported(operator, left, right);
    }
    return switch (left) {
      case Value.Scalar(double number) ->
          right instanceof Value.Scalar(double other)
              ? new Value.Scalar(operator.of(number, other))
              : each(right, value -> operator.of(number, value));
      case TimeSeries series ->
          switch (right) {
            case Value.Scalar(double number) -> series.map(value -> operator.of(value, number));
            case TimeSeries other -> series.merge(other, operator::of);
            case Value.SeriesArray(var others) ->
                array(
                    others.stream()
                        .map(other -> other.with(series.merge(other, operator::of).points())));
          };
      case Value.SeriesArray(var all) ->
          switch (right) {
            case Value.Scalar(double number) -> each(left, value -> operator.of(value, number));
            case TimeSeries other ->
                array(
                    all.stream()
                        .map(series -> series.with(series.merge(other, operator::of).points())));
            case Value.SeriesArray _ -> throw unsupported(operator, left, right);
          };
    };
  }

  private static ExpressionException unsupported(Operator operator, Value left, Value right) {
    return new ExpressionException(
        "Unsupported operand type(s) for %s: '[%s, %s]'."
            .formatted(operator.symbol(), left.type(), right.type()));
  }

  private static Value array(Stream<TimeSeries> all) {
    return new Value.SeriesArray(all.toList());
  }
}
