package wildrydes.requestapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import wildrydes.messages.RideId;

/** Mints ride ids: random ones, or the one that a rider's idempotency key stands for. */
public final class RideIds {

  private static final int BYTES = 16;

  private final RandomGenerator random;

  /**
   * Mints out of {@code random}.
   *
   * @param random unguessable, for whoever knows an id may ask for the ride
   */
  public RideIds(RandomGenerator random) {
    this.random = random;
  }

  RideId random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return RideId.of(bytes);
  }

  /**
   * The same id for the same rider and key, always: so one conditional write makes asking twice
   * harmless, and no table of keys is needed.
   */
  static RideId of(String rider, String idempotencyKey) {
    try {
      // The rider's length tells where the key begins: no two pairs make the same text.
      String text = rider.length() + ":" + rider + idempotencyKey;
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return RideId.of(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
