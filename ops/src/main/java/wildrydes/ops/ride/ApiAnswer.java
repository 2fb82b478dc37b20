package wildrydes.ops.ride;

import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the API said.
 *
 * @param retryAfter how long it asks to wait before the next call; not at all if it has waited
 *     itself
 */
record ApiAnswer(int status, String body, Duration retryAfter) {

  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  static ApiAnswer of(HttpResponse<String> response) {
    return new ApiAnswer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Preference-Applied").isPresent()
            ? Duration.ZERO
            : retryAfter(response));
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Math.clamp(Long.parseLong(text), 0, LONGEST_PAUSE_SECONDS))
        .map(Duration::ofSeconds)
        .orElse(USUAL_PAUSE);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether the same call may succeed a little later. */
  boolean isPassing() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }
}
