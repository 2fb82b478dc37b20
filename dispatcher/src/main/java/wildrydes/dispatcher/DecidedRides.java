package wildrydes.dispatcher;

import java.util.Set;
import wildrydes.messages.RideId;

/** What the recorder has written: with whom there is nothing left to do. */
public interface DecidedRides {

  /**
   * Those of the rides that are recorded as assigned or unassigned. Perhaps a moment old: a ride
   * missing here costs a needless claim, never a second outcome.
   */
  Set<RideId> among(Set<RideId> rides);
}
