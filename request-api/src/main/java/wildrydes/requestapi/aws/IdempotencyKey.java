package wildrydes.requestapi.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header with which a client makes its retries safe. */
final class IdempotencyKey {

  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]{1,255}");

  private IdempotencyKey() {}

  static Optional<String> read(HttpRequest request) throws RefusedException {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent() && (key.get().isBlank() || !PRINTABLE_ASCII.matcher(key.get()).matches())) {
      throw new RefusedException(
          Problem.INVALID_IDEMPOTENCY_KEY,
          "Use 1 to 255 printable ASCII characters, for example a UUID.");
    }
    return key;
  }
}
