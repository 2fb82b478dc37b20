package wildrydes.requestapi.aws;

import java.util.Locale;

/** Every way in which a request is refused. The names are part of the API and never change. */
enum Problem {
  MALFORMED_BODY(400, "The body cannot be read"),
  MALFORMED_JSON(400, "The body is not the JSON it should be"),
  INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key cannot be used"),
  UNAUTHENTICATED(401, "Nobody is signed in"),
  NOT_FOUND(404, "There is nothing here"),
  RIDE_NOT_FOUND(404, "There is no such ride"),

  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON in UTF-8"),
  INVALID_RIDE(422, "The ride cannot be requested like this"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key stands for another ride"),
  TOO_MANY_OPEN_RIDES(429, "Too many rides wait for their outcome"),
  UNAVAILABLE(503, "Rides cannot be served at the moment");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Its name in the API: {@code invalid-ride}. */
  String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
