package wildrydes.dispatcher;

import java.util.Set;
import wildrydes.messages.RideId;

/** What the recorder has written: with whom there is nothing left to do. */
public interface DecidedRides {

  /**
   * Those of the rides that are recorded as assigned or unassigned. As of now: a ride wrongly taken
   * for decided would be lost, one wrongly taken for undecided would claim a unicorn in vain.
   */
  Set<RideId> among(Set<RideId> rides);
}
