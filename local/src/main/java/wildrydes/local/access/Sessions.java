package wildrydes.local.access;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which session an access key belongs to. One table for the whole JVM, since the SDK itself makes
 * the interceptors that ask; each pipeline takes its own keys out when it stops.
 */
final class Sessions {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Map<String, FunctionSession> BY_ACCESS_KEY = new ConcurrentHashMap<>();

  private Sessions() {}

  /** Gives it an access key, of the form that AWS gives to roles. */
  static String begin(FunctionSession session) {
    // DynamoDB Local takes letters and digits only.
    String key =
        RANDOM
            .ints(16, 'A', 'Z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "ASIA", ""));
    BY_ACCESS_KEY.put(key, session);
    return key;
  }

  static Optional<FunctionSession> of(String accessKey) {
    return Optional.ofNullable(BY_ACCESS_KEY.get(accessKey));
  }

  static void end(String accessKey) {
    BY_ACCESS_KEY.remove(accessKey);
  }
}
