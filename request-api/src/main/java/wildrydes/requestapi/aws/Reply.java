package wildrydes.requestapi.aws;

import java.util.List;
import wildrydes.requestapi.Ride;

/** What a request is answered, before it becomes HTTP. */
sealed interface Reply {

  /** The ride stands and is on its way. */
  record Accepted(Ride ride) implements Reply {}

  record Shown(Ride ride) implements Reply {}

  /**
   * The request is refused.
   *
   * @param detail what is wrong and what to do, without values of the request
   * @param errors one for each wrong field of the body
   */
  record Refused(Problem problem, String detail, List<FieldError> errors) implements Reply {

    Refused(Problem problem, String detail) {
      this(problem, detail, List.of());
    }
  }

  /**
   * What is wrong with one field.
   *
   * @param pointer where it is in the body, as a JSON pointer (RFC 6901)
   */
  record FieldError(String pointer, String detail) {}
}
