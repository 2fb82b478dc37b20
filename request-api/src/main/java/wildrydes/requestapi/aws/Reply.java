package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wildrydes.requestapi.Ride;

/** What a request is answered, before it becomes HTTP. */
sealed interface Reply {

  /** The ride stands and is on its way. */
  record Accepted(Ride ride, Advice advice) implements Reply {}

  /** The ride was requested and has got its outcome while the client waited. */
  record Decided(Ride ride, Advice advice) implements Reply {}

  record Shown(Ride ride, Advice advice) implements Reply {}

  /**
   * The request is refused.
   *
   * @param detail what is wrong and what to do, without values of the request
   * @param errors one for each wrong field of the body
   * @param retryAfter when the same request may succeed, if ever
   */
  record Refused(
      Problem problem, String detail, List<FieldError> errors, Optional<Duration> retryAfter)
      implements Reply {

    Refused(Problem problem, String detail, Duration retryAfter) {
      this(problem, detail, List.of(), Optional.of(retryAfter));
    }
  }

  /**
   * What a client may want to know beside the ride.
   *
   * @param retryAfter when to ask again; empty when there is nothing more to learn
   * @param waited for how long it might have waited, if it wanted to
   */
  record Advice(Optional<Duration> retryAfter, Optional<Duration> waited) {}

  /**
   * What is wrong with one field.
   *
   * @param pointer where it is in the body, as a JSON pointer (RFC 6901)
   */
  record FieldError(String pointer, String detail) {}
}
