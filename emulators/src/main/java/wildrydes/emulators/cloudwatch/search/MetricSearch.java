package wildrydes.emulators.cloudwatch.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.store.MetricId;

/** A search expression, parsed: {@code {AWS/SQS,QueueName} MetricName="Sent" NOT dead}. */
public final class MetricSearch {
  private static final int LONGEST = 1_024;
  private static final int DEEPEST = 50;
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?<quoted>(?:\\\\.|[^\"\\\\])*+)\"|(?<bare>[^\\s\"(){},=]++)|(?<sign>[(){},=])");

  private record Word(String text, boolean quoted, boolean sign) {
    boolean is(String other) {
      return !quoted && text.equals(other);
    }
  }

  private final List<Word> words;
  private int next;
  private int depth;

  private MetricSearch(List<Word> words) {
    this.words = words;
  }

  /**
   * Reads what stands in SEARCH's first pair of quotes.
   *
   * @throws IllegalArgumentException when it is no search expression; the message says why
   */
  public static Predicate<MetricId> of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A search expression has at most %d characters.".formatted(LONGEST));
    }
    var words = words(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("It needs a schema, a search term or both.");
    }
    return new MetricSearch(words).whole()::holdsFor;
  }

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    var word = WORD.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (word.region(at, text.length()).lookingAt()) {
        String quoted = word.group("quoted");
        words.add(
            quoted == null
                ? new Word(word.group(), false, word.group("sign") != null)
                : new Word(quoted.replaceAll("\\\\(.)", "$1"), true, false));
        at = word.end();
      } else {
        throw new IllegalArgumentException("A quote is not closed.");
      }
    }
    return words;
  }

  private Term whole() {
    var terms = new ArrayList<Term>();
    if (takes("{")) {
      terms.add(schema());
      takes(",");
    }
    if (next < words.size()) {
      terms.add(any());
    }
    if (next < words.size()) {
      throw unexpected();
    }
    return new Term.All(List.copyOf(terms));
  }

  private Term schema() {
    String namespace = name();
    var dimensions = new ArrayList<String>();
    while (!takes("}")) {
      if (!takes(",")) {
        throw unexpected();
      }
      dimensions.add(name());
    }
    return new Term.Schema(namespace, List.copyOf(dimensions));
  }

  private Term any() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("It is nested more than %d deep.".formatted(DEEPEST));
    }
    var terms = new ArrayList<Term>(List.of(all()));
    while (takes("OR")) {
      terms.add(all());
    }
    depth--;
    return new Term.Any(List.copyOf(terms));
  }

  /** Terms side by side mean AND. */
  private Term all() {
    var terms = new ArrayList<Term>(List.of(one()));
    while (next < words.size() && !words.get(next).is("OR") && !words.get(next).is(")")) {
      takes("AND");
      terms.add(one());
    }
    return new Term.All(List.copyOf(terms));
  }

  private Term one() {
    boolean without = false;
    while (takes("NOT")) {
      without = !without;
    }
    Term term;
    if (takes("(")) {
      term = any();
      if (!takes(")")) {
        throw unexpected();
      }
    } else {
      term = text();
    }
    return without ? new Term.None(term) : term;
  }

  private Term text() {
    var word = word();
    if (!takes("=")) {
      return new Term.Anywhere(new Term.Text(word.text(), word.quoted()));
    }
    if (word.text().startsWith(":aws.")) {
      throw new IllegalArgumentException(
          "%s is not implemented: there is one account here.".formatted(word.text()));
    }
    var value = word();
    return new Term.Property(word.text(), new Term.Text(value.text(), value.quoted()));
  }

  private String name() {
    return word().text();
  }

  private Word word() {
    if (next == words.size() || words.get(next).sign()) {
      throw unexpected();
    }
    return words.get(next++);
  }

  private boolean takes(String word) {
    boolean there = next < words.size() && words.get(next).is(word);
    if (there) {
      next++;
    }
    return there;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        next < words.size()
            ? "Unexpected '%s' in the search expression.".formatted(words.get(next).text())
            : "The search expression ends too early.");
  }
}
