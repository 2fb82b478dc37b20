package wildrydes.emulators.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an expression.
 *
 * @param at where it starts, counted from 1, for errors
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SYMBOL,
    END
  }

  /** In the order they are tried: an exponent belongs to its number, {@code <=} is one symbol. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
              + "|(?<name>[a-zA-Z_]\\w*+)"
              + "|(?<text>'(?:\\\\.|[^'\\\\])*+'|\"(?:\\\\.|[^\"\\\\])*+\")"
              + "|(?<symbol>==|!=|<=|>=|&&|\\|\\||[-+*/^<>!()\\[\\],])");

  static List<Token> all(String text) {
    var tokens = new ArrayList<Token>();
    var word = WORD.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (word.region(at, text.length()).lookingAt()) {
        tokens.add(token(word, at + 1));
        at = word.end();
      } else {
        throw new ExpressionException(
            "Unexpected '%s' at character %d.".formatted(text.charAt(at), at + 1));
      }
    }
    tokens.add(new Token(Kind.END, "the end", text.length() + 1));
    return tokens;
  }

  private static Token token(Matcher word, int at) {
    String all = word.group();
    if (word.group("number") != null) {
      return new Token(Kind.NUMBER, all, at);
    }
    if (word.group("name") != null) {
      // The words for the two logical operators are symbols, as their signs are.
      return switch (all) {
        case "AND" -> new Token(Kind.SYMBOL, "&&", at);
        case "OR" -> new Token(Kind.SYMBOL, "||", at);
        default -> new Token(Kind.NAME, all, at);
      };
    }
    return word.group("text") != null
        ? new Token(Kind.TEXT, unquoted(all), at)
        : new Token(Kind.SYMBOL, all, at);
  }

  /** Only the quote itself is unescaped: other backslashes are for a search expression to read. */
  private static String unquoted(String text) {
    String quote = text.substring(0, 1);
    return text.substring(1, text.length() - 1).replace("\\" + quote, quote);
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  ExpressionException unexpected(String wanted) {
    return new ExpressionException(
        "Invalid syntax: %s expected at character %d, found '%s'.".formatted(wanted, at, text));
  }
}
