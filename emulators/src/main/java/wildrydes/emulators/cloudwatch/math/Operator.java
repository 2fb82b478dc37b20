package wildrydes.emulators.cloudwatch.math;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * The operators between two values, weakest first. True is 1, false is 0, and all but 0 is true.
 */
public enum Operator {
  OR("||", 1, (left, right) -> truth(left != 0 || right != 0)),
  AND("&&", 2, (left, right) -> truth(left != 0 && right != 0)),
  EQUAL("==", 3, (left, right) -> truth(left == right)),
  UNEQUAL("!=", 3, (left, right) -> truth(left != right)),
  LESS("<", 4, (left, right) -> truth(left < right)),
  AT_MOST("<=", 4, (left, right) -> truth(left <= right)),
  MORE(">", 4, (left, right) -> truth(left > right)),
  AT_LEAST(">=", 4, (left, right) -> truth(left >= right)),
  PLUS("+", 5, Double::sum),
  MINUS("-", 5, (left, right) -> left - right),
  TIMES("*", 6, (left, right) -> left * right),
  DIVIDED_BY("/", 6, (left, right) -> left / right),
  TO_THE_POWER_OF("^", 8, Math::pow);

  /** A minus in front binds weaker than a power: {@code -2^2} is -4. */
  static final int PREFIX_STRENGTH = 7;

  private final String symbol;
  private final int strength;

  @SuppressWarnings("ImmutableEnumChecker") // none of them has state
  private final DoubleBinaryOperator result;

  Operator(String symbol, int strength, DoubleBinaryOperator result) {
    this.symbol = symbol;
    this.strength = strength;
    this.result = result;
  }

  static Optional<Operator> of(Token token) {
    return Arrays.stream(values()).filter(each -> token.is(each.symbol)).findFirst();
  }

  String symbol() {
    return symbol;
  }

  int strength() {
    return strength;
  }

  /** How strongly an operator to its right must bind to be worked first. */
  int strengthToTheRight() {
    return this == TO_THE_POWER_OF ? strength : strength + 1;
  }

  /** Arithmetic works on each series of an array; comparing and logic know no arrays. */
  boolean isArithmetic() {
    return strength >= PLUS.strength;
  }

  /** Not finite when there is no answer; what is not a number stays that, compared or not. */
  double of(double left, double right) {
    return Double.isNaN(left) || Double.isNaN(right)
        ? Double.NaN
        : result.applyAsDouble(left, right);
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}
