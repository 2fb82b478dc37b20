package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An expression cut into its tokens, with a place in them. */
final class Tokens {

  private static final int MAX_EXPRESSION_BYTES = 4096;

  enum Kind {
    WORD,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
    INDEX,
    SYMBOL,
    END
  }

  record Token(Kind kind, String text) {

    boolean isSymbol(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isKeyword(String keyword) {
      return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Tokens(String text) {
    if (text.isBlank()) {
      throw Invalid.request("The expression can not be empty;");
    }
    if (text.length() > MAX_EXPRESSION_BYTES) {
      throw Invalid.request("Expression size has exceeded the maximum allowed size;");
    }
    int from = 0;
    while (from < text.length()) {
      char c = text.charAt(from);
      if (Character.isWhitespace(c)) {
        from++;
        continue;
      }
      int to = end(text, from, c);
      tokens.add(new Token(kind(c), text.substring(from, to)));
      from = to;
    }
    tokens.add(new Token(Kind.END, "<EOF>"));
  }

  private static Kind kind(char first) {
    if (isLetter(first)) {
      return Kind.WORD;
    }
    return switch (first) {
      case '#' -> Kind.NAME_PLACEHOLDER;
      case ':' -> Kind.VALUE_PLACEHOLDER;
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.INDEX;
      default -> Kind.SYMBOL;
    };
  }

  private static int end(String text, int from, char first) {
    int to = from + 1;
    switch (kind(first)) {
      case WORD -> to = endOfName(text, to);
      case NAME_PLACEHOLDER, VALUE_PLACEHOLDER -> {
        to = endOfName(text, to);
        if (to == from + 1) {
          throw syntaxError(text.substring(from, to));
        }
      }
      case INDEX -> {
        // Zero stands alone: 07 is no index.
        while (first != '0' && to < text.length() && isDigit(text.charAt(to))) {
          to++;
        }
      }
      case SYMBOL -> {
        if ("<>=,().[]+-".indexOf(first) < 0) {
          throw syntaxError(String.valueOf(first));
        }
        if (text.startsWith("<=", from)
            || text.startsWith(">=", from)
            || text.startsWith("<>", from)) {
          to = from + 2;
        }
      }
      case END -> throw new IllegalStateException("No character begins the end");
    }
    return to;
  }

  private static int endOfName(String text, int from) {
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static RuntimeException syntaxError(String token) {
    return Invalid.request("Syntax error; token: \"" + token + "\"");
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the symbol if it is next. */
  boolean takeSymbol(String symbol) {
    boolean there = peek().isSymbol(symbol);
    if (there) {
      next();
    }
    return there;
  }

  /** Takes the keyword, in whatever case, if it is next. */
  boolean takeKeyword(String keyword) {
    boolean there = peek().isKeyword(keyword);
    if (there) {
      next();
    }
    return there;
  }

  void expectSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected();
    }
  }

  void expectKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw unexpected();
    }
  }

  void expectEnd() {
    if (peek().kind() != Kind.END) {
      throw unexpected();
    }
  }

  RuntimeException unexpected() {
    return syntaxError(peek().text());
  }

  int place() {
    return at;
  }

  void returnTo(int place) {
    at = place;
  }

  /** Whether the parenthesis at this place holds nothing but another one in parentheses. */
  boolean isRedundantParenthesis(int place) {
    return tokens.get(place + 1).isSymbol("(") && closing(place + 1) + 1 == closing(place);
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")") && --depth == 0) {
        return i;
      }
    }
    throw syntaxError("<EOF>");
  }
}
