package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import wildrydes.requestapi.AwaitOutcome;
import wildrydes.requestapi.Ride;

/** How long a request waits for a ride's outcome: as its client prefers, within its time. */
final class Waiting {

  private final AwaitOutcome awaitOutcome;
  private final Duration defaultWait;
  private final RequestApiTelemetry telemetry;

  /**
   * Waits through {@code awaitOutcome}.
   *
   * @param defaultWait of a new ride's client that does not say
   */
  Waiting(AwaitOutcome awaitOutcome, Duration defaultWait, RequestApiTelemetry telemetry) {
    this.awaitOutcome = awaitOutcome;
    this.defaultWait = defaultWait;
    this.telemetry = telemetry;
  }

  /** How long the answer to a new ride may take; empty if it is to be given at once. */
  Optional<Duration> ofPost(HttpRequest request, Supplier<Duration> timeLeft) {
    return within(timeLeft, Prefer.wait(request).orElse(defaultWait));
  }

  /** How long the look at a ride may take. Nobody waits who did not ask to. */
  Optional<Duration> ofGet(HttpRequest request, Supplier<Duration> timeLeft) {
    return within(timeLeft, Prefer.wait(request).orElse(Duration.ZERO));
  }

  /** The ride with its outcome, or as it was last seen. */
  Ride await(Ride ride, Duration longest) {
    try {
      return awaitOutcome.await(ride, longest);
    } catch (SdkException e) {
      // The ride stands all the same, and its rider must learn of it.
      telemetry.unavailable(e);
      return ride;
    }
  }

  private static Optional<Duration> within(Supplier<Duration> timeLeft, Duration wait) {
    Duration left = timeLeft.get();
    Duration possible = wait.compareTo(left) < 0 ? wait : Duration.ofSeconds(left.toSeconds());
    return possible.isPositive() ? Optional.of(possible) : Optional.empty();
  }
}
