package wildrydes.requestapi.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.requestapi.RequestRide;
import wildrydes.requestapi.RequestRide.Answer;
import wildrydes.requestapi.RetryAfter;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.ShowRide;
import wildrydes.requestapi.aws.Reply.Advice;

/**
 * Finds out what a request asks for, and has it done. The checks come in the order in which a
 * client would mend them: route, rider, body, fields, idempotency key.
 */
final class Routes {

  private static final String RIDES = "/ride";

  private final RequestRide requestRide;
  private final ShowRide showRide;
  private final Waiting waiting;
  private final RetryAfter retryAfter;
  private final PickupReader pickupReader = new PickupReader();

  Routes(RequestRide requestRide, ShowRide showRide, Waiting waiting, RetryAfter retryAfter) {
    this.requestRide = requestRide;
    this.showRide = showRide;
    this.waiting = waiting;
    this.retryAfter = retryAfter;
  }

  /**
   * What becomes of the request.
   *
   * @param timeLeft for work, perhaps negative
   */
  Reply answer(HttpRequest request, Supplier<Duration> timeLeft) {
    try {
      String path = request.path();
      if (request.method().equals("POST") && path.equals(RIDES)) {
        return post(request, timeLeft);
      }
      if (request.method().equals("GET") && path.startsWith(RIDES + "/")) {
        return get(request, path.substring(RIDES.length() + 1), timeLeft);
      }
      throw new RefusedException(
          Problem.NOT_FOUND,
          "Use POST /ride to request a ride and GET /ride/{rideId} to follow it.");
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private Reply post(HttpRequest request, Supplier<Duration> timeLeft) throws RefusedException {
    String rider = rider(request);
    Location pickup = pickupReader.read(BodyReader.read(request));
    Optional<String> key = IdempotencyKey.read(request);
    return switch (requestRide.request(rider, pickup, key)) {
      case Answer.Accepted(var ride) -> accepted(ride, waiting.ofPost(request, timeLeft));
      case Answer.KeyReused _ ->
          throw new RefusedException(
              Problem.IDEMPOTENCY_KEY_REUSED,
              "The key was used with another pickup. Use a new key for a new ride.");
      case Answer.TooManyOpen(var oldest) ->
          throw new RefusedException(
              Problem.TOO_MANY_OPEN_RIDES,
              "Wait until one of your rides has its outcome, then ask again.",
              retryAfter.halfOfWhatPassedSince(oldest));
    };
  }

  private Reply accepted(Ride ride, Optional<Duration> wait) {
    if (wait.isEmpty()) {
      return new Reply.Accepted(ride, advice(ride, wait));
    }
    Ride latest = waiting.await(ride, wait.get());
    return latest.status() instanceof Status.Requested
        ? new Reply.Accepted(latest, advice(latest, wait))
        : new Reply.Decided(latest, advice(latest, wait));
  }

  private Reply get(HttpRequest request, String id, Supplier<Duration> timeLeft)
      throws RefusedException {
    String rider = rider(request);
    Ride ride =
        RideId.parse(id)
            .flatMap(rideId -> showRide.show(rider, rideId))
            .orElseThrow(
                () ->
                    new RefusedException(
                        Problem.RIDE_NOT_FOUND, "You have no ride of this id, or it has expired."));
    var wait = waiting.ofGet(request, timeLeft);
    Ride latest = wait.map(longest -> waiting.await(ride, longest)).orElse(ride);
    return new Reply.Shown(latest, advice(latest, wait));
  }

  private Advice advice(Ride ride, Optional<Duration> wait) {
    retryAfter.seen(ride);
    return new Advice(
        ride.status() instanceof Status.Requested
            ? Optional.of(retryAfter.of(ride))
            : Optional.empty(),
        wait);
  }

  private static String rider(HttpRequest request) throws RefusedException {
    return request
        .rider()
        .orElseThrow(
            () ->
                new RefusedException(
                    Problem.UNAUTHENTICATED, "Sign in and send your token as Authorization."));
  }
}
