package wildrydes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values of parameters, as their schemas allow or forbid them. */
final class GeneratedText {

  private static final String WORD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String ODD = "\u0001\u007F\u00E9\u0660\u4E16";
  private static final int LONGEST = 600;
  private static final int TRIES = 10_000;

  private final ApiDocument document;
  private final Random random;

  GeneratedText(ApiDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  String allowed(JsonNode parameter) {
    List<JsonNode> examples = parameter.path("examples").valueStream().toList();
    if (!examples.isEmpty() && random.nextBoolean()) {
      return examples.get(random.nextInt(examples.size())).path("value").asText();
    }
    return first(parameter, fits(parameter));
  }

  String forbidden(JsonNode parameter) {
    return first(parameter, fits(parameter).negate());
  }

  private String first(JsonNode parameter, Predicate<String> wanted) {
    return Stream.generate(candidates(parameter))
        .limit(TRIES)
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no value found for " + parameter));
  }

  private Predicate<String> fits(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    String pattern = schema.path("pattern").asText(".*");
    return text ->
        text.length() >= schema.path("minLength").asInt()
            && text.length() <= schema.path("maxLength").asInt(LONGEST)
            && text.matches(pattern);
  }

  private Supplier<String> candidates(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    int least = schema.path("minLength").asInt();
    int most = Math.min(schema.path("maxLength").asInt(LONGEST), LONGEST);
    return () -> {
      // Now and then a little too short or too long.
      int length = Math.max(0, random.nextInt(least - 1, most + 2));
      return switch (random.nextInt(5)) {
        case 0 -> of(length, () -> (char) random.nextInt(' ', 0x7F)).strip();
        case 1, 2 -> of(length, () -> WORD.charAt(random.nextInt(WORD.length())));
        case 3 -> '"' + of(length / 2, () -> WORD.charAt(random.nextInt(WORD.length()))) + '"';
        default -> of(length, () -> ODD.charAt(random.nextInt(ODD.length())));
      };
    };
  }

  private static String of(int length, Supplier<Character> character) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(character.get().charValue());
    }
    return text.toString();
  }
}
