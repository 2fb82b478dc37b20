package wildrydes.requestapi.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a Content-Type names JSON in UTF-8 (RFC 9110, 8.3). Spaces around the equals sign
 * are forgiven; anything else that the grammar has no place for is not: a type that two readers may
 * read differently is none.
 */
final class MediaType {

  /** Far more than any type needs; what is longer is not looked at. */
  private static final int MAX_CHARACTERS = 1_000;

  private static final Pattern JSON =
      Pattern.compile("[ \\t]*application/json[ \\t]*", Pattern.CASE_INSENSITIVE);

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~\\x80-\\xFF]|\\\\[\\t -~])*\"";

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \\t]*(?:(%s)[ \\t]*=[ \\t]*(%s|%s))?[ \\t]*".formatted(TOKEN, TOKEN, QUOTED));

  private MediaType() {}

  /** Whether the header's value says so; a charset may stand there once, and must be UTF-8. */
  static boolean isJsonInUtf8(String contentType) {
    if (contentType.length() > MAX_CHARACTERS) {
      return false;
    }
    Matcher json = JSON.matcher(contentType);
    if (!json.lookingAt()) {
      return false;
    }
    return allowed(contentType.substring(json.end()));
  }

  private static boolean allowed(String parameters) {
    Matcher parameter = PARAMETER.matcher(parameters);
    boolean charsetSeen = false;
    for (int at = 0; at < parameters.length(); at = parameter.end()) {
      parameter.region(at, parameters.length());
      if (!parameter.lookingAt()) {
        return false;
      }
      if ("charset".equalsIgnoreCase(parameter.group(1))) {
        if (charsetSeen || !unquoted(parameter.group(2)).equalsIgnoreCase("utf-8")) {
          return false;
        }
        charsetSeen = true;
      }
    }
    return true;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }
}
