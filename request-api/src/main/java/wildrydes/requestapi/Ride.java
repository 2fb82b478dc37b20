package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;

/**
 * A ride as its rider may see it.
 *
 * @param decided the stages behind the request, oldest first; none while nobody has decided
 */
public record Ride(
    RideId id,
    String rider,
    Location pickupLocation,
    Instant requestTime,
    Status status,
    List<Stage> decided) {

  public Ride {
    decided = List.copyOf(decided);
  }

  /** A ride of which nothing is known but that it was asked for. */
  public static Ride requested(
      RideId id, String rider, Location pickupLocation, Instant requestTime) {
    return new Ride(id, rider, pickupLocation, requestTime, new Status.Requested(), List.of());
  }

  /** How far the ride has come. Only a requested or a failed ride can still become another. */
  public sealed interface Status {

    record Requested() implements Status {}

    /**
     * A unicorn is on its way.
     *
     * @param etaSeconds from the decision to the pickup
     */
    record Assigned(Unicorn unicorn, double pickupMeters, long etaSeconds) implements Status {}

    /** Nobody came free within reach in time. */
    record Unassigned() implements Status {}

    /** The request was given up, or has waited too long; a replay may save it yet. */
    record Failed(String reason) implements Status {}
  }

  /**
   * The ride as its rider should see it at {@code now}: one that has waited for longer than {@code
   * patience} has failed, even if nobody could write that down. Its message lies among the dead
   * letters, or still waits behind many; either way an outcome may come yet.
   */
  Ride asOf(Instant now, Duration patience) {
    Instant limit = requestTime.plus(patience);
    if (!(status instanceof Status.Requested) || !limit.isBefore(now)) {
      return this;
    }
    var failed = new Status.Failed("no outcome in time");
    var givenUp = new Stage(Stage.Name.FAILED, limit);
    return new Ride(id, rider, pickupLocation, requestTime, failed, List.of(givenUp));
  }

  /** Every stage it has been through, oldest first. */
  public List<Stage> timeline() {
    var asked = new Stage(Stage.Name.REQUESTED, requestTime);
    return Stream.concat(Stream.of(asked), decided.stream()).toList();
  }

  /** What the dispatcher is told of it. */
  public RideRequested request() {
    return new RideRequested(id, rider, pickupLocation, requestTime);
  }
}
