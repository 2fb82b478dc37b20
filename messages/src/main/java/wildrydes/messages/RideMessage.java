package wildrydes.messages;

/** Everything that travels through the two queues. */
public sealed interface RideMessage permits RideRequested, RideOutcome {

  /** The ride it is about. */
  RideId rideId();
}
