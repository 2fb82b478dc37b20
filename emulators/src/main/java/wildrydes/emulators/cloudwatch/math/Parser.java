package wildrydes.emulators.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;

/** Precedence climbing over the {@link Token tokens} of one expression. */
final class Parser {
  /** Far more than anyone writes; it keeps a hostile expression off the end of the stack. */
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;

  Parser(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  Expression whole() {
    if (peek().kind() == Token.Kind.NAME && peek().text().equals("SELECT")) {
      throw new ExpressionException(
          "SELECT: Metrics Insights queries are not implemented by this local CloudWatch; use"
              + " SEARCH or MetricStat.");
    }
    var expression = stronger(0);
    if (peek().kind() != Token.Kind.END) {
      throw peek().unexpected("an operator or the end");
    }
    return expression;
  }

  /** An operand, and the operators after it that bind at least this strongly. */
  private Expression stronger(int strength) {
    if (++depth > DEEPEST) {
      throw new ExpressionException("It is nested more than %d deep.".formatted(DEEPEST));
    }
    var left = operand();
    var operator = Operator.of(peek());
    while (operator.isPresent() && operator.get().strength() >= strength) {
      next++;
      var right = stronger(operator.get().strengthToTheRight());
      left = new Expression.Operation(operator.get(), left, right);
      operator = Operator.of(peek());
    }
    depth--;
    return left;
  }

  private Expression operand() {
    var token = tokens.get(next++);
    return switch (token.kind()) {
      case NUMBER -> new Expression.Constant(Double.parseDouble(token.text()));
      case TEXT -> new Expression.Text(token.text());
      case NAME ->
          peek().is("(")
              ? new Expression.Call(token.text(), callArguments())
              : new Expression.Name(token.text());
      case SYMBOL ->
          switch (token.text()) {
            case "-" -> new Expression.Negation(stronger(Operator.PREFIX_STRENGTH));
            case "!" -> new Expression.Not(stronger(Operator.PREFIX_STRENGTH));
            case "(" -> closed(stronger(0));
            case "[" -> new Expression.Listing(elements("]"));
            default -> throw token.unexpected("a value");
          };
      case END -> throw token.unexpected("a value");
    };
  }

  private List<Expression> callArguments() {
    next++;
    return elements(")");
  }

  private List<Expression> elements(String end) {
    var elements = new ArrayList<Expression>();
    if (peek().is(end)) {
      next++;
      return elements;
    }
    while (true) {
      elements.add(stronger(0));
      var token = tokens.get(next++);
      if (token.is(end)) {
        return elements;
      }
      if (!token.is(",")) {
        throw token.unexpected("',' or '%s'".formatted(end));
      }
    }
  }

  private Expression closed(Expression inside) {
    var token = tokens.get(next++);
    if (!token.is(")")) {
      throw token.unexpected("')'");
    }
    return inside;
  }

  /** The last token is the end, behind which nothing reads: whoever takes it refuses it. */
  private Token peek() {
    return tokens.get(next);
  }
}
