package wildrydes.local.http;

import java.security.SecureRandom;
import java.util.Base64;

/** The id that API Gateway gives to a request, and tells the client and the function. */
final class RequestId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  /** E.g. {@code Mc7UVioPPHcEKPA=}. */
  static String next() {
    byte[] bytes = new byte[11];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
