package wildrydes.local.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JWT authorizer of an HTTP API, but for who signed a token and for whom: without a user pool
 * neither signature nor {@code iss}, {@code aud} and {@code client_id} can be checked, so that even
 * a token of algorithm {@code none} is taken, which AWS would never do. All else is as on AWS: a
 * token must be well-formed, of its time, and have a scope of the route, if it names any. A text
 * without dots is simply the rider's name; nobody has given it a scope.
 *
 * <p>The words of its challenges are those of API Gateway where they are known; for what its
 * documentation and others' logs do not show, the words are ours.
 */
final class LocalAuthorizer {

  /** API Gateway takes no more of all headers together. */
  private static final int MAX_LENGTH = 10_240;

  /** As long as Cognito lets a rider's name be. */
  private static final int MAX_NAME = 128;

  private final InstantSource clock;

  LocalAuthorizer(InstantSource clock) {
    this.clock = clock;
  }

  /** What came of a token. */
  sealed interface Identity {

    /** The token's claims, each as text, as API Gateway hands them on. */
    record Known(Map<String, String> claims) implements Identity {}

    /** A 401, with the words of {@code WWW-Authenticate}. */
    record Unknown(String challenge) implements Identity {}

    /** A 403, with the words of {@code WWW-Authenticate}. */
    record Forbidden(String challenge) implements Identity {}
  }

  /**
   * Reads the Authorization header, with or without the word Bearer.
   *
   * @param scopes one of these the token must have, if there are any
   */
  Identity identify(Optional<String> authorization, List<String> scopes) {
    String token = authorization.orElse("").replaceFirst("(?i)^Bearer(\\s+|$)", "").strip();
    if (token.isEmpty()) {
      return new Identity.Unknown("Bearer");
    }
    try {
      if (token.length() > MAX_LENGTH) {
        throw new JsonWebToken.Invalid("the token is too long");
      }
      return isName(token) ? named(token, scopes) : claimed(JsonWebToken.parse(token), scopes);
    } catch (JsonWebToken.Invalid e) {
      return new Identity.Unknown(
          challenge(scopes, "invalid_token") + " error_description=\"" + e.getMessage() + "\"");
    }
  }

  private static boolean isName(String token) {
    return token.length() <= MAX_NAME
        && token.chars().noneMatch(c -> c == '.' || c == ' ' || Character.isISOControl(c));
  }

  private static Identity named(String name, List<String> scopes) {
    return scopes.isEmpty()
        ? new Identity.Known(Map.of("sub", name, "username", name))
        : new Identity.Forbidden(challenge(scopes, "insufficient_scope"));
  }

  private Identity claimed(JsonWebToken token, List<String> scopes) throws JsonWebToken.Invalid {
    token.refuseIfNotOfNow(clock.instant());
    return scopes.isEmpty() || token.scopes().stream().anyMatch(scopes::contains)
        ? new Identity.Known(token.claims())
        : new Identity.Forbidden(challenge(scopes, "insufficient_scope"));
  }

  private static String challenge(List<String> scopes, String error) {
    return "Bearer scope=\"%s\" error=\"%s\"".formatted(String.join(" ", scopes), error);
  }
}
