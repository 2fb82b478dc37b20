package wildrydes.requestapi.aws;

import java.util.Optional;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.requestapi.RequestRide;
import wildrydes.requestapi.RequestRide.Answer;
import wildrydes.requestapi.ShowRide;

/**
 * Finds out what a request asks for, and has it done. The checks come in the order in which a
 * client would mend them: route, rider, body, fields, idempotency key.
 */
final class Routes {

  private static final String RIDES = "/ride";

  private final RequestRide requestRide;
  private final ShowRide showRide;
  private final PickupReader pickupReader = new PickupReader();

  Routes(RequestRide requestRide, ShowRide showRide) {
    this.requestRide = requestRide;
    this.showRide = showRide;
  }

  Reply answer(HttpRequest request) {
    try {
      String path = request.path();
      if (request.method().equals("POST") && path.equals(RIDES)) {
        return post(request);
      }
      if (request.method().equals("GET") && path.startsWith(RIDES + "/")) {
        return get(request, path.substring(RIDES.length() + 1));
      }
      throw new RefusedException(
          Problem.NOT_FOUND,
          "Use POST /ride to request a ride and GET /ride/{rideId} to follow it.");
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private Reply post(HttpRequest request) throws RefusedException {
    String rider = rider(request);
    Location pickup = pickupReader.read(BodyReader.read(request));
    Optional<String> key = IdempotencyKey.read(request);
    return switch (requestRide.request(rider, pickup, key)) {
      case Answer.Accepted(var ride) -> new Reply.Accepted(ride);
      case Answer.KeyReused _ ->
          throw new RefusedException(
              Problem.IDEMPOTENCY_KEY_REUSED,
              "The key was used with another pickup. Use a new key for a new ride.");
    };
  }

  private Reply get(HttpRequest request, String id) throws RefusedException {
    String rider = rider(request);
    return RideId.parse(id)
        .flatMap(rideId -> showRide.show(rider, rideId))
        .<Reply>map(Reply.Shown::new)
        .orElseThrow(
            () ->
                new RefusedException(
                    Problem.RIDE_NOT_FOUND, "You have no ride of this id, or it has expired."));
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
