package wildrydes.emulators.cloudwatch.math;

import java.io.Serial;
import java.util.Objects;

/** An expression that cannot be understood or evaluated; the message says why and what would do. */
public final class ExpressionException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public ExpressionException(String message) {
    super(message);
  }

  /** Why, for the caller. */
  public String message() {
    return Objects.requireNonNull(getMessage());
  }

  /** The same, told of the query it happened in. */
  ExpressionException in(String id) {
    return message().startsWith("Error in expression")
        ? this
        : new ExpressionException("Error in expression '%s': %s".formatted(id, message()));
  }
}
