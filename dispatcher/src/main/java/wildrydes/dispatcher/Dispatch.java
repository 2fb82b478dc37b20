package wildrydes.dispatcher;

import java.time.Duration;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideUnassigned;

/** How one delivery of a ride request went. */
public sealed interface Dispatch {

  record Assigned(RideAssigned outcome) implements Dispatch {}

  /** Nobody came free in time: the rider is told so. */
  record Unassigned(RideUnassigned outcome) implements Dispatch {}

  /** Nobody is free within reach; the request should come back later. */
  record NobodyFree(Duration retryIn) implements Dispatch {}
}
