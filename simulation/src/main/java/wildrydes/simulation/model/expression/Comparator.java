package wildrydes.simulation.model.expression;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How two values are compared; values of different types are only ever unlike. */
public enum Comparator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String symbol;

  Comparator(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  boolean isOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  boolean holds(AttributeValue one, AttributeValue other) {
    return switch (this) {
      case EQUAL -> Values.equal(one, other);
      case NOT_EQUAL -> !Values.equal(one, other);
      case LESS -> Values.comparable(one, other) && Values.compare(one, other) < 0;
      case AT_MOST -> Values.comparable(one, other) && Values.compare(one, other) <= 0;
      case GREATER -> Values.comparable(one, other) && Values.compare(one, other) > 0;
      case AT_LEAST -> Values.comparable(one, other) && Values.compare(one, other) >= 0;
    };
  }
}
