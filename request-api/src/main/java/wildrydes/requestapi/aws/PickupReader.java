package wildrydes.requestapi.aws;

import com.fasterxml.jackson.jr.stree.JrsNumber;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.util.ArrayList;
import java.util.List;
import wildrydes.messages.Location;
import wildrydes.requestapi.aws.Reply.FieldError;

/**
 * Reads the pickup out of a body, field by field: nothing else a body may hold is bound to
 * anything.
 */
final class PickupReader {

  private final StrictJson json = new StrictJson();

  Location read(String body) throws RefusedException {
    JrsValue pickup = json.read(body).path("PickupLocation");
    if (!pickup.isObject()) {
      throw invalid(
          List.of(
              new FieldError(
                  "/PickupLocation", "must be an object with a Latitude and a Longitude")));
    }
    List<FieldError> errors = new ArrayList<>();
    double latitude = degrees(pickup, "Latitude", 90, errors);
    double longitude = degrees(pickup, "Longitude", 180, errors);
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    return new Location(latitude, longitude);
  }

  private static double degrees(JrsValue pickup, String name, int limit, List<FieldError> errors) {
    double degrees =
        pickup.path(name) instanceof JrsNumber number
            ? number.getValue().doubleValue()
            : Double.NaN;
    if (!(Math.abs(degrees) <= limit)) {
      errors.add(
          new FieldError(
              "/PickupLocation/" + name,
              "must be a number of degrees from -" + limit + " to " + limit));
    }
    return degrees;
  }

  private static RefusedException invalid(List<FieldError> errors) {
    return new RefusedException(
        Problem.INVALID_RIDE,
        "Mend the fields named in errors. A ride looks like"
            + " {\"PickupLocation\":{\"Latitude\":47.6,\"Longitude\":-122.3}}.",
        errors);
  }
}
