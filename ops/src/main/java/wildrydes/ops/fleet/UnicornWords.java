package wildrydes.ops.fleet;

import java.util.Optional;
import wildrydes.ops.terminal.PlainText;

/** What may be a unicorn's name, color or gender: something that fits on one line of a screen. */
public final class UnicornWords {

  static final int MAX_CHARACTERS = 100;

  private UnicornWords() {}

  /** What is wrong with the text, if anything is. */
  public static Optional<String> problem(String text) {
    if (text.isBlank()) {
      return Optional.of("must not be blank");
    }
    if (!text.equals(text.strip())) {
      return Optional.of("must not begin or end with a space");
    }
    if (text.length() > MAX_CHARACTERS) {
      return Optional.of("must have at most " + MAX_CHARACTERS + " characters");
    }
    if (!PlainText.of(text).equals(text)) {
      return Optional.of("must not contain control characters");
    }
    return Optional.empty();
  }
}
