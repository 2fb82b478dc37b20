package wildrydes.emulators.template;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The <code>${Name}</code> of {@code Fn::Sub}; <code>${!Name}</code> stands for itself without the
 * mark.
 */
final class Substitution {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private Substitution() {}

  static String of(String text, UnaryOperator<String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).isEmpty()
                        ? values.apply(found.group(2))
                        : "${" + found.group(2) + "}"));
  }
}
