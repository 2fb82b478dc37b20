package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wildrydes.requestapi.aws.Reply.FieldError;
import wildrydes.requestapi.aws.Reply.Refused;

/** Ends the reading of a request at the first thing that cannot be accepted. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refused refused;

  RefusedException(Problem problem, String detail) {
    this(problem, detail, List.of());
  }

  RefusedException(Problem problem, String detail, List<FieldError> errors) {
    super(detail);
    this.refused = new Refused(problem, detail, errors, Optional.empty());
  }

  RefusedException(Problem problem, String detail, Duration retryAfter) {
    super(detail);
    this.refused = new Refused(problem, detail, retryAfter);
  }

  Refused refused() {
    return refused;
  }
}
