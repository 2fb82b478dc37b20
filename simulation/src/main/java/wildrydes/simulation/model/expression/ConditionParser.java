package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import wildrydes.simulation.model.expression.Tokens.Kind;

/** Reads a condition: OR binds least, then AND, then NOT. */
final class ConditionParser {

  private final Tokens tokens;
  private final PathParser paths;

  private ConditionParser(Tokens tokens) {
    this.tokens = tokens;
    this.paths = new PathParser(tokens);
  }

  static Parsed<Condition> parse(String text) {
    var parser = new ConditionParser(new Tokens(text));
    Condition condition = parser.or();
    parser.tokens.expectEnd();
    return new Parsed<>(condition, parser.paths.placeholders());
  }

  private Condition or() {
    Condition condition = and();
    while (tokens.takeKeyword("OR")) {
      condition = new Condition.Or(condition, and());
    }
    return condition;
  }

  private Condition and() {
    Condition condition = not();
    while (tokens.takeKeyword("AND")) {
      condition = new Condition.And(condition, not());
    }
    return condition;
  }

  private Condition not() {
    return tokens.takeKeyword("NOT") ? new Condition.Not(not()) : simple();
  }

  private Condition simple() {
    if (tokens.peek().isSymbol("(")) {
      return isGroup() ? group() : comparison();
    }
    return isFunction() ? function() : comparison();
  }

  private boolean isFunction() {
    return tokens.peek().kind() == Kind.WORD
        && tokens.peekSecond().isSymbol("(")
        && !tokens.peek().text().equals("size");
  }

  // What stands in parentheses may also be an operand: (a) = :b.
  private boolean isGroup() {
    int place = tokens.place();
    try {
      operand();
      return tokens.peek().isSymbol(")") || tokens.peek().kind() == Kind.END;
    } catch (DynamoDbException notAnOperand) {
      return true;
    } finally {
      tokens.returnTo(place);
    }
  }

  private Condition group() {
    refuseRedundantParentheses();
    tokens.expectSymbol("(");
    Condition condition = or();
    tokens.expectSymbol(")");
    return condition;
  }

  private void refuseRedundantParentheses() {
    if (tokens.isRedundantParenthesis(tokens.place())) {
      throw Invalid.request("The expression has redundant parentheses;");
    }
  }

  private Condition comparison() {
    Operand left = operand();
    if (tokens.takeKeyword("BETWEEN")) {
      Operand low = operand();
      tokens.expectKeyword("AND");
      return new Condition.Between(left, low, operand());
    }
    if (tokens.takeKeyword("IN")) {
      return new Condition.In(left, operandList());
    }
    for (Comparator comparator : Comparator.values()) {
      if (tokens.takeSymbol(comparator.symbol())) {
        return new Condition.Comparison(left, comparator, operand());
      }
    }
    throw tokens.unexpected();
  }

  private List<Operand> operandList() {
    List<Operand> operands = new ArrayList<>();
    tokens.expectSymbol("(");
    do {
      operands.add(operand());
    } while (tokens.takeSymbol(","));
    tokens.expectSymbol(")");
    return operands;
  }

  private Operand operand() {
    if (tokens.peek().isSymbol("(")) {
      refuseRedundantParentheses();
      tokens.next();
      Operand operand = operand();
      tokens.expectSymbol(")");
      return operand;
    }
    if (tokens.peek().kind() == Kind.VALUE_PLACEHOLDER) {
      return new Operand.Literal(paths.value());
    }
    if (tokens.peek().kind() == Kind.WORD && tokens.peekSecond().isSymbol("(")) {
      return size();
    }
    return new Operand.At(paths.path());
  }

  private Operand size() {
    String name = tokens.next().text();
    if (!name.equals("size")) {
      throw Invalid.request(
          "The function is not allowed to be used this way in an expression; function: " + name);
    }
    List<Operand> operands = operandList();
    requireCount("size", operands, 1);
    if (operands.getFirst() instanceof Operand.Size) {
      throw Invalid.request("Operator or function requires a document path; function: size");
    }
    return new Operand.Size(operands.getFirst());
  }

  private Condition function() {
    String name = tokens.next().text();
    List<Operand> operands = operandList();
    return switch (name) {
      case "attribute_exists" -> new Condition.Exists(onlyPath(name, operands));
      case "attribute_not_exists" ->
          new Condition.Not(new Condition.Exists(onlyPath(name, operands)));
      case "attribute_type" -> {
        requireCount(name, operands, 2);
        yield new Condition.HasType(operands.get(0), operands.get(1));
      }
      case "begins_with" -> {
        requireCount(name, operands, 2);
        yield new Condition.BeginsWith(operands.get(0), operands.get(1));
      }
      case "contains" -> {
        requireCount(name, operands, 2);
        yield new Condition.Contains(operands.get(0), operands.get(1));
      }
      default -> throw Invalid.request("Invalid function name; function: " + name);
    };
  }

  private static Path onlyPath(String function, List<Operand> operands) {
    requireCount(function, operands, 1);
    if (operands.getFirst() instanceof Operand.At(var path)) {
      return path;
    }
    throw Invalid.request(
        "Operator or function requires a document path; operator or function: " + function);
  }

  private static void requireCount(String function, List<Operand> operands, int count) {
    if (operands.size() != count) {
      throw Invalid.request(
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(function, operands.size()));
    }
  }
}
