package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JWT authorizer, but for the signature: who signed a token cannot be checked without a user
 * pool. It must be well-formed and not expired. A token without dots is simply the rider's name.
 */
final class LocalAuthorizer {

  private static final JsonMapper JSON = new JsonMapper();

  private final InstantSource clock;

  LocalAuthorizer(InstantSource clock) {
    this.clock = clock;
  }

  /** What came of a token. */
  sealed interface Identity {

    /** The token's claims, each as text, as API Gateway hands them on. */
    record Known(Map<String, String> claims) implements Identity {}

    /** The refusal, with the words of API Gateway's {@code WWW-Authenticate}. */
    record Unknown(String challenge) implements Identity {}
  }

  /** Reads the Authorization header, with or without the word Bearer. */
  Identity identify(Optional<String> authorization) {
    String token = authorization.orElse("").replaceFirst("(?i)^Bearer\\s+", "").strip();
    if (token.isEmpty()) {
      return new Identity.Unknown("Bearer");
    }
    if (token.chars().anyMatch(Character::isWhitespace)) {
      return invalid("the token is malformed");
    }
    if (!token.contains(".")) {
      return new Identity.Known(Map.of("sub", token, "username", token));
    }
    Map<String, String> claims = new TreeMap<>();
    try {
      String payload = token.split("\\.", -1)[1];
      JsonNode json = JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
      json.properties().forEach(claim -> claims.put(claim.getKey(), text(claim.getValue())));
    } catch (IOException | IllegalArgumentException e) {
      return invalid("the token is malformed");
    }
    if (claims.isEmpty() || token.split("\\.", -1).length != 3) {
      return invalid("the token is malformed");
    }
    try {
      long expiry = Long.parseLong(claims.getOrDefault("exp", "0"));
      return clock.instant().getEpochSecond() < expiry
          ? new Identity.Known(claims)
          : invalid("the token has expired");
    } catch (NumberFormatException e) {
      return invalid("invalid exp claim");
    }
  }

  private static Identity invalid(String description) {
    return new Identity.Unknown(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
  }

  private static String text(JsonNode claim) {
    if (claim.isArray()) {
      return "[" + String.join(" ", claim.valueStream().map(JsonNode::asText).toList()) + "]";
    }
    return claim.isValueNode() ? claim.asText() : claim.toString();
  }
}
