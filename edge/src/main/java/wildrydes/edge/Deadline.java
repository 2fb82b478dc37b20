package wildrydes.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/**
 * How long an invocation may still work before it must finish up.
 *
 * @param reserve kept back for what comes after the work: sending, acknowledging, counting
 */
public record Deadline(Context context, Duration reserve) {

  /** The time left for work, perhaps negative. */
  public Duration left() {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(reserve);
  }
}
