package wildrydes.messages;

import java.time.Instant;

/**
 * A step on a ride's way, and when it was done by the clock of whoever did it. The recorder writes
 * them into the ride's record and the request API shows them.
 *
 * @param time to the millisecond
 */
public record Stage(Name name, Instant time) {

  /** A ride goes through them in this order, except that a failed one may be dispatched again. */
  public enum Name {
    REQUESTED,
    /** The dispatcher took up the delivery that led to what follows. */
    DISPATCHED,
    ASSIGNED,
    UNASSIGNED,
    FAILED,
    /** What stands before it was written down, and could be seen by the rider. */
    RECORDED
  }
}
