package wildrydes.edge.rehearsal;

import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Fills the blanks of an event, each time otherwise: whatever is always the same, the compiler bets
 * on, and throws its work away when the first real event is not.
 */
final class Blanks {

  private static final Pattern BLANK = Pattern.compile("\\{(ride|digits)}");

  /** A ride's id has 22 characters, but the last one holds only two bits. */
  private static final int RIDE_LENGTH = 21;

  private static final int RIDE_BYTES = 16;

  /** As many digits as fractions of a degree come with. */
  private static final int DIGITS = 13;

  private final Random random = new Random();

  /**
   * The event with a ride's id but for its last character, one of {@code AQgw}, in place of {@code
   * {ride}}, the same at each place, and thirteen digits in place of each {@code {digits}}.
   */
  String fill(String event) {
    String ride = ride();
    return BLANK
        .matcher(event)
        .replaceAll(blank -> blank.group(1).equals("ride") ? ride : digits());
  }

  private String ride() {
    byte[] bytes = new byte[RIDE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes).substring(0, RIDE_LENGTH);
  }

  private String digits() {
    var digits = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
