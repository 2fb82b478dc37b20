package wildrydes.requestapi.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the header with which a client makes its retries safe. The IETF draft wants its value
 * quoted, most clients send it bare: either way it is the same key.
 */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final int MAX_LENGTH = 255;
  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]{1," + MAX_LENGTH + "}");

  /** A string of RFC 8941: only quotes and backslashes are escaped. */
  private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private IdempotencyKey() {}

  static Optional<String> read(HttpRequest request) throws RefusedException {
    Optional<String> header = request.header(HEADER);
    return header.isEmpty() ? Optional.empty() : Optional.of(key(header.get()));
  }

  private static String key(String value) throws RefusedException {
    String key = value;
    // In quotes every character may have a backslash.
    if (value.length() > 2 * MAX_LENGTH + 2) {
      throw unusable();
    }
    if (value.startsWith("\"")) {
      var quoted = QUOTED.matcher(value);
      if (!quoted.matches()) {
        throw unusable();
      }
      key = ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
    }
    if (key.isBlank() || !PRINTABLE_ASCII.matcher(key).matches()) {
      throw unusable();
    }
    return key;
  }

  private static RefusedException unusable() {
    return new RefusedException(
        Problem.INVALID_IDEMPOTENCY_KEY,
        "Use 1 to 255 printable ASCII characters, for example a UUID. In quotes, as the standard"
            + " wants it, a quote or a backslash needs a backslash before it.");
  }
}
