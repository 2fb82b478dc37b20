package wildrydes.ops.ride;

import wildrydes.ops.terminal.Exit;

/** What a ride's status means to a script that waited for it. */
final class Outcome {

  private Outcome() {}

  static Exit of(RideView ride) {
    return switch (ride.status()) {
      case "ASSIGNED" -> Exit.DONE;
      case "UNASSIGNED" -> Exit.NO_UNICORN;
      case "FAILED" -> Exit.RIDE_FAILED;
      default -> Exit.UNEXPECTED;
    };
  }

  /** One sentence for the rider. */
  static String sentence(RideView ride) {
    return switch (ride.status()) {
      case "REQUESTED" -> "A unicorn is being looked for.";
      case "ASSIGNED" ->
          "%s is on its way: %s, %s m."
              .formatted(ride.unicorn(), ride.text("Eta"), ride.text("PickupMeters"));
      case "UNASSIGNED" -> "No unicorn came free within reach. Request another ride.";
      case "FAILED" ->
          "The ride failed: %s. An operator may still save it."
              .formatted(ride.text("FailureReason"));
      default -> "The API tells an unknown status: " + ride.status();
    };
  }
}
