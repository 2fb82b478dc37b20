package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wildrydes.simulation.model.expression.Tokens.Kind;
import wildrydes.simulation.model.expression.Update.Assignment;
import wildrydes.simulation.model.expression.Update.Change;

/** Reads an update: SET, REMOVE, ADD and DELETE, each at most once, in any order. */
final class UpdateParser {

  private final Tokens tokens;
  private final PathParser paths;
  private final List<Assignment> sets = new ArrayList<>();
  private final List<Path> removals = new ArrayList<>();
  private final List<Change> additions = new ArrayList<>();
  private final List<Change> deletions = new ArrayList<>();

  private UpdateParser(Tokens tokens) {
    this.tokens = tokens;
    this.paths = new PathParser(tokens);
  }

  static Parsed<Update> parse(String text) {
    var parser = new UpdateParser(new Tokens(text));
    parser.sections();
    return new Parsed<>(
        new Update(parser.sets, parser.removals, parser.additions, parser.deletions),
        parser.paths.placeholders());
  }

  private void sections() {
    Set<String> seen = new HashSet<>();
    do {
      if (tokens.takeKeyword("SET")) {
        once(seen, "SET");
        each(() -> sets.add(assignment()));
      } else if (tokens.takeKeyword("REMOVE")) {
        once(seen, "REMOVE");
        each(() -> removals.add(paths.path()));
      } else if (tokens.takeKeyword("ADD")) {
        once(seen, "ADD");
        each(() -> additions.add(new Change(paths.path(), paths.value())));
      } else if (tokens.takeKeyword("DELETE")) {
        once(seen, "DELETE");
        each(() -> deletions.add(new Change(paths.path(), paths.value())));
      } else {
        throw tokens.unexpected();
      }
    } while (tokens.peek().kind() != Kind.END);
  }

  private static void once(Set<String> seen, String section) {
    if (!seen.add(section)) {
      throw Invalid.request(
          "The \"" + section + "\" section can only be used once in an update expression;");
    }
  }

  private void each(Runnable action) {
    do {
      action.run();
    } while (tokens.takeSymbol(","));
  }

  private Assignment assignment() {
    Path path = paths.path();
    tokens.expectSymbol("=");
    return new Assignment(path, value());
  }

  private NewValue value() {
    NewValue left = operand();
    boolean minus = tokens.peek().isSymbol("-");
    if (tokens.takeSymbol("+") || tokens.takeSymbol("-")) {
      return new NewValue.Sum(left, minus, operand());
    }
    return left;
  }

  private NewValue operand() {
    if (tokens.peek().isSymbol("(")) {
      if (tokens.isRedundantParenthesis(tokens.place())) {
        throw Invalid.request("The expression has redundant parentheses;");
      }
      tokens.next();
      NewValue value = value();
      tokens.expectSymbol(")");
      return value;
    }
    if (tokens.peek().kind() == Kind.VALUE_PLACEHOLDER) {
      return new NewValue.Literal(paths.value());
    }
    if (tokens.peek().kind() == Kind.WORD && tokens.peekSecond().isSymbol("(")) {
      return function();
    }
    return new NewValue.Of(paths.path());
  }

  private NewValue function() {
    String name = tokens.next().text();
    tokens.expectSymbol("(");
    NewValue first = operand();
    tokens.expectSymbol(",");
    NewValue second = operand();
    tokens.expectSymbol(")");
    return switch (name) {
      case "if_not_exists" -> {
        if (first instanceof NewValue.Of(var path)) {
          yield new NewValue.IfNotExists(path, second);
        }
        throw Invalid.request(
            "Operator or function requires a document path; operator or function: " + name);
      }
      case "list_append" -> new NewValue.ListAppend(first, second);
      default -> throw Invalid.request("Invalid function name; function: " + name);
    };
  }
}
