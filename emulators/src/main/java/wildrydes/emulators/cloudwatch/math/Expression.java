package wildrydes.emulators.cloudwatch.math;

import java.util.List;

/** The parts of an expression as they were written; what they are worth {@link Evaluation} says. */
public sealed interface Expression {
  record Constant(double value) implements Expression {}

  /** A string in quotes: only some functions take one. */
  record Text(String value) implements Expression {}

  /** The Id of another query, or a word such as {@code REPEAT} that a function understands. */
  record Name(String name) implements Expression {}

  record Negation(Expression of) implements Expression {}

  record Not(Expression of) implements Expression {}

  record Operation(Operator operator, Expression left, Expression right) implements Expression {}

  record Call(String function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code [m1, m2]}. */
  record Listing(List<Expression> elements) implements Expression {
    public Listing {
      elements = List.copyOf(elements);
    }
  }

  /** What this part is made of, in the order it was written. */
  default List<Expression> parts() {
    return switch (this) {
      case Constant _, Text _, Name _ -> List.of();
      case Negation(var of) -> List.of(of);
      case Not(var of) -> List.of(of);
      case Operation(var operator, var left, var right) -> List.of(left, right);
      case Call(var function, var arguments) -> arguments;
      case Listing(var elements) -> elements;
    };
  }

  /**
   * Reads an expression as a user writes it.
   *
   * @throws ExpressionException when it is none
   */
  static Expression parse(String text) {
    return new Parser(Token.all(text)).whole();
  }
}
