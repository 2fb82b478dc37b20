package wildrydes.messages;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one ride: 128 bits as base64url without padding, 22 characters. It is also the correlation
 * id of every log line and message about the ride.
 *
 * @param value the 22 characters; anything else is an {@link IllegalArgumentException}
 */
public record RideId(String value) {

  /** Six bits a character: of the last one only the first two bits are used, so four remain. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

  private static final int BYTES = 16;

  public RideId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a ride id: 22 characters of base64url are expected");
    }
  }

  /** The id of these 16 bytes; any other number of them is an {@link IllegalArgumentException}. */
  public static RideId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a ride id has 16 bytes, not " + bytes.length);
    }
    return new RideId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The id that {@code text} spells, or nothing if it spells none. */
  public static Optional<RideId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RideId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
