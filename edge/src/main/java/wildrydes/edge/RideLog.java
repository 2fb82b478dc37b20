package wildrydes.edge;

import java.util.Optional;
import org.slf4j.MDC;
import wildrydes.messages.RideId;

/** Gives log lines the ride they are about as their correlation id. */
public final class RideLog {

  /** Where Powertools' layout looks for it. */
  private static final String CORRELATION_ID = "correlation_id";

  private RideLog() {}

  public static void about(RideId ride, Runnable logging) {
    try (var _ = MDC.putCloseable(CORRELATION_ID, ride.value())) {
      logging.run();
    }
  }

  /** Logs without a correlation id where the ride is not known. */
  public static void about(Optional<RideId> ride, Runnable logging) {
    ride.ifPresentOrElse(id -> about(id, logging), logging);
  }
}
