package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client prefers (RFC 7240): {@code wait=N}, to be answered when the ride has an outcome,
 * but after N seconds at the latest; or {@code respond-async}, to be answered at once. A preference
 * that is not understood is ignored, as the RFC wants it.
 */
final class Prefer {

  /** What the function's time leaves room for. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private static final String BEGIN = "(?:^|,)[ \\t]*";
  private static final String END = "[ \\t]*(?:[,;]|$)";
  private static final Pattern WAIT =
      Pattern.compile(
          BEGIN + "wait[ \\t]*=[ \\t]*(\"?)([0-9]+)\\1" + END, Pattern.CASE_INSENSITIVE);
  private static final Pattern RESPOND_ASYNC =
      Pattern.compile(BEGIN + "respond-async" + END, Pattern.CASE_INSENSITIVE);

  private Prefer() {}

  /**
   * How long the client wants to wait; zero if it does not want to.
   *
   * @return empty if it does not say
   */
  static Optional<Duration> wait(HttpRequest request) {
    String preferences = request.header("Prefer").orElse("");
    var wait = WAIT.matcher(preferences);
    if (wait.find()) {
      return Optional.of(bounded(wait.group(2)));
    }
    return RESPOND_ASYNC.matcher(preferences).find()
        ? Optional.of(Duration.ZERO)
        : Optional.empty();
  }

  private static Duration bounded(String seconds) {
    if (seconds.length() > 9) {
      return LONGEST_WAIT;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }
}
