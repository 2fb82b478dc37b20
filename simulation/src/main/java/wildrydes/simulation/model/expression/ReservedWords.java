package wildrydes.simulation.model.expression;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The words that DynamoDB refuses as attribute names in an expression: they need a {@code #name}.
 */
final class ReservedWords {

  private static final Set<String> WORDS = read();

  private ReservedWords() {}

  static void refuse(String name) {
    if (WORDS.contains(name.toLowerCase(Locale.ROOT))) {
      throw Invalid.request("Attribute name is a reserved keyword; reserved keyword: " + name);
    }
  }

  private static Set<String> read() {
    var file = ReservedWords.class.getResourceAsStream("reserved-words.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines.lines().collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
