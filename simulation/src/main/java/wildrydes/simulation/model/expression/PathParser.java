package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wildrydes.simulation.model.expression.Tokens.Kind;
import wildrydes.simulation.model.expression.Tokens.Token;

/** Reads document paths, and keeps account of the placeholders in the whole expression. */
final class PathParser {

  private final Tokens tokens;
  private final Set<String> names = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  PathParser(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isNext() {
    Kind kind = tokens.peek().kind();
    return kind == Kind.WORD || kind == Kind.NAME_PLACEHOLDER;
  }

  Path path() {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(field());
    while (true) {
      if (tokens.takeSymbol(".")) {
        steps.add(field());
      } else if (tokens.takeSymbol("[")) {
        steps.add(index());
        tokens.expectSymbol("]");
      } else {
        return new Path(steps);
      }
    }
  }

  private Path.Step field() {
    if (!isNext()) {
      throw tokens.unexpected();
    }
    Token token = tokens.next();
    if (token.kind() == Kind.NAME_PLACEHOLDER) {
      names.add(token.text());
      return new Path.Step.Placeholder(token.text());
    }
    ReservedWords.refuse(token.text());
    return new Path.Step.Field(token.text());
  }

  private Path.Step index() {
    if (tokens.peek().kind() != Kind.INDEX) {
      throw tokens.unexpected();
    }
    String text = tokens.next().text();
    try {
      return new Path.Step.Index(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw Invalid.request("List index is not within the allowable range; index: [" + text + "]");
    }
  }

  /** The placeholder of a value. */
  String value() {
    if (tokens.peek().kind() != Kind.VALUE_PLACEHOLDER) {
      throw tokens.unexpected();
    }
    String placeholder = tokens.next().text();
    values.add(placeholder);
    return placeholder;
  }

  Placeholders placeholders() {
    return new Placeholders(names, values);
  }
}
