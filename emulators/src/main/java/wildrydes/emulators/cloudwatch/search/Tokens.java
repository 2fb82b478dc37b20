package wildrydes.emulators.cloudwatch.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts that a name is found by: {@code CustomCount1} has {@code Custom}, {@code Count} and
 * {@code 1}. A capital letter and a digit begin a part, what is neither letter nor digit ends one;
 * a run of capitals or of digits is one part ({@code SDBFailure}: {@code SDB}, {@code Failure}).
 */
record Tokens(List<Token> all) {
  private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9]+");
  private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

  /**
   * One part.
   *
   * @param alone whether it is a word by itself, and not run together with other parts
   */
  record Token(String text, boolean alone) {
    boolean matches(Token other) {
      return alone ? text.equalsIgnoreCase(other.text) : text.equals(other.text);
    }
  }

  static Tokens of(String name) {
    var all = new ArrayList<Token>();
    WORD.matcher(name)
        .results()
        .map(word -> PART.matcher(word.group()).results().toList())
        .forEach(
            parts -> parts.forEach(part -> all.add(new Token(part.group(), parts.size() == 1))));
    return new Tokens(List.copyOf(all));
  }

  /**
   * Whether these are the whole name in any case, or stand in it one after the other: words in any
   * case, but parts that are run together ({@code Count1}) only as the name has them.
   */
  boolean areIn(String name) {
    var others = of(name);
    if (all.isEmpty()) {
      return false;
    }
    if (whole().equals(others.whole())) {
      return true;
    }
    for (int from = 0; from + all.size() <= others.all.size(); from++) {
      if (matchFrom(from, others)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchFrom(int from, Tokens others) {
    for (int at = 0; at < all.size(); at++) {
      if (!all.get(at).matches(others.all.get(from + at))) {
        return false;
      }
    }
    return true;
  }

  private String whole() {
    return String.join("", all.stream().map(Token::text).toList()).toLowerCase(Locale.ROOT);
  }
}
