package wildrydes.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a JSON Web Token says of itself (RFC 7519); its signature is not looked at. */
record JsonWebToken(ObjectNode payload) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Why a token is refused, in the words of a challenge. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;

    Invalid(String description) {
      super(description);
    }
  }

  /** Reads header and payload, both of which must be JSON objects. */
  static JsonWebToken parse(String token) throws Invalid {
    String[] segments = token.split("\\.", -1);
    if (segments.length != 3) {
      throw new Invalid("token contains an invalid number of segments");
    }
    object(segments[0]);
    return new JsonWebToken(object(segments[1]));
  }

  private static ObjectNode object(String segment) throws Invalid {
    try {
      if (JSON.readTree(Base64.getUrlDecoder().decode(segment)) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException | IllegalArgumentException e) {
      // Told below.
    }
    throw new Invalid("the token is malformed");
  }

  /** A token must say when it ends; when it began it may say. */
  void refuseIfNotOfNow(Instant now) throws Invalid {
    var seconds = BigDecimal.valueOf(now.toEpochMilli()).movePointLeft(3);
    var end = time("exp").orElseThrow(() -> new Invalid("the token has no exp claim"));
    if (end.compareTo(seconds) <= 0) {
      throw new Invalid("the token has expired");
    }
    if (time("nbf").filter(begin -> begin.compareTo(seconds) > 0).isPresent()) {
      throw new Invalid("the token is not valid yet");
    }
    if (time("iat").filter(issue -> issue.compareTo(seconds) > 0).isPresent()) {
      throw new Invalid("the token is used before it was issued");
    }
  }

  private Optional<BigDecimal> time(String claim) throws Invalid {
    JsonNode time = payload.path(claim);
    if (time.isMissingNode()) {
      return Optional.empty();
    }
    // Numbers of many digits in the exponent would take for ever to compare.
    if (!time.isNumber() || time.asText().length() > 20 || Math.abs(time.asDouble()) > 1e12) {
      throw new Invalid("the token has an invalid " + claim + " claim");
    }
    return Optional.of(time.decimalValue());
  }

  /** What it may be used for: of the claim {@code scope}, or else {@code scp}. */
  List<String> scopes() {
    JsonNode scopes = payload.has("scope") ? payload.path("scope") : payload.path("scp");
    var texts = scopes.isArray() ? scopes.valueStream() : Stream.of(scopes);
    return texts
        .filter(JsonNode::isTextual)
        .flatMap(text -> Stream.of(text.asText().split(" ", -1)))
        .filter(scope -> !scope.isEmpty())
        .toList();
  }

  /** Its claims as API Gateway hands them on: all as text. */
  Map<String, String> claims() {
    Map<String, String> claims = new TreeMap<>();
    payload.properties().forEach(claim -> claims.put(claim.getKey(), text(claim.getValue())));
    return claims;
  }

  /** As API Gateway's language prints it: {@code [a b]}, {@code map[a:1 b:2]}. */
  private static String text(JsonNode claim) {
    if (claim.isArray()) {
      return "[" + String.join(" ", claim.valueStream().map(JsonWebToken::text).toList()) + "]";
    }
    if (claim.isObject()) {
      var entries = new TreeMap<String, String>();
      claim.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
      return entries.entrySet().stream()
          .map(entry -> entry.getKey() + ":" + entry.getValue())
          .collect(Collectors.joining(" ", "map[", "]"));
    }
    return claim.isNull() ? "<nil>" : claim.asText();
  }
}
