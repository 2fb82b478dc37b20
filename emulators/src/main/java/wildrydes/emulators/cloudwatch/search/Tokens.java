package wildrydes.emulators.cloudwatch.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts that a name is found by: {@code CustomCount1} has {@code Custom}, {@code Count} and
 * {@code 1}. A capital letter and a digit begin a part, what is neither letter nor digit ends one;
 * a run of capitals or of digits is one part ({@code SDBFailure}: {@code SDB}, {@code Failure}).
 */
record Tokens(List<String> parts) {
  private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

  static Tokens of(String name) {
    var parts = new ArrayList<String>();
    var part = PART.matcher(name);
    while (part.find()) {
      parts.add(part.group());
    }
    return new Tokens(List.copyOf(parts));
  }

  /**
   * Whether these are a stretch of the name's: one part in any case, or the whole name written as
   * one part, but several parts only where the term is parted as the name is.
   */
  boolean areIn(String name) {
    var others = of(name).parts();
    if (parts.isEmpty()) {
      return false;
    }
    boolean wholeName = parts.size() == 1 && lower(parts).equals(List.of(whole(others)));
    return wholeName || Collections.indexOfSubList(lower(others), lower(parts)) >= 0;
  }

  private static List<String> lower(List<String> parts) {
    return parts.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }

  private static String whole(List<String> parts) {
    return String.join("", lower(parts));
  }
}
