package wildrydes.requestapi.aws;

import static java.util.Objects.requireNonNullElse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An API Gateway event, seen without the nulls that any part of it may be. */
record HttpRequest(APIGatewayProxyRequestEvent event) {

  /** Where the rider's name may stand: in an ID token, an access token, or any other. */
  private static final List<String> RIDER_CLAIMS = List.of("cognito:username", "username", "sub");

  String method() {
    return requireNonNullElse(event.getHttpMethod(), "");
  }

  String path() {
    return requireNonNullElse(event.getPath(), "");
  }

  String body() {
    return requireNonNullElse(event.getBody(), "");
  }

  boolean isBase64() {
    return Boolean.TRUE.equals(event.getIsBase64Encoded());
  }

  /** The header's value, whatever the case of its name. */
  Optional<String> header(String name) {
    Map<String, String> headers = requireNonNullElse(event.getHeaders(), Map.of());
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  /** Who asks, as the authorizer has verified it; nothing else in a request can say so. */
  Optional<String> rider() {
    Map<?, ?> claims = claims();
    if (!isRidersToken(claims)) {
      return Optional.empty();
    }
    return RIDER_CLAIMS.stream()
        .map(claims::get)
        .filter(claim -> claim instanceof String text && !text.isBlank())
        .map(String.class::cast)
        .findFirst();
  }

  /** Cognito says what it made a token for, and another purpose than these two is none of ours. */
  private static boolean isRidersToken(Map<?, ?> claims) {
    Object use = claims.get("token_use");
    return !claims.containsKey("token_use") || "id".equals(use) || "access".equals(use);
  }

  /** API Gateway's id of the request, by which the access log finds it. */
  Optional<String> requestId() {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getRequestId);
  }

  private Map<?, ?> claims() {
    var context = event.getRequestContext();
    if (context == null || context.getAuthorizer() == null) {
      return Map.of();
    }
    return context.getAuthorizer().get("claims") instanceof Map<?, ?> claims ? claims : Map.of();
  }
}
