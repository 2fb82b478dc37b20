package wildrydes.emulators.cloudwatch.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** The opaque form of a {@code NextToken}: callers hand it back and must not read it. */
public final class PageToken {
  private PageToken() {}

  public static String of(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  /** Empty when the token is none of ours. */
  public static Optional<String> position(String token) {
    try {
      var position = new String(Base64.getUrlDecoder().decode(token), UTF_8);
      return Optional.of(position).filter(each -> of(each).equals(token));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
