package wildrydes.requestapi.aws;

import static java.util.Objects.requireNonNullElse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API Gateway event, seen without the nulls that any part of it may be. */
record HttpRequest(APIGatewayProxyRequestEvent event) {

  /** Where the rider's name may stand: in an ID token, an access token, or any other. */
  private static final List<String> RIDER_CLAIMS = List.of("cognito:username", "username", "sub");

  /** Eight times what Cognito allows; an item of DynamoDB has an end, too. */
  private static final int MAX_RIDER_CHARACTERS = 1_024;

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

  /**
   * The header's value, whatever the case of its name. One that was sent more than once is the list
   * of its values, with commas between them (RFC 9110, 5.3): where one value is asked for, that is
   * none which can be read two ways.
   */
  Optional<String> header(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** Each value that was sent; {@code headers} may hold only the last of them. */
  private List<String> values(String name) {
    List<String> all =
        values(event.getMultiValueHeaders(), name, value -> requireNonNullElse(value, List.of()));
    return all.isEmpty() ? values(event.getHeaders(), name, List::of) : all;
  }

  private static <V> List<String> values(
      @Nullable Map<String, V> headers, String name, Function<V, List<String>> values) {
    return requireNonNullElse(headers, Map.<String, V>of()).entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()) && header.getValue() != null)
        .flatMap(header -> values.apply(header.getValue()).stream())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Who asks, as the authorizer has verified it; nothing else in a request can say so. */
  Optional<String> rider() {
    Map<?, ?> claims = claims();
    if (!isRidersToken(claims)) {
      return Optional.empty();
    }
    return RIDER_CLAIMS.stream()
        .map(claims::get)
        .filter(claim -> claim instanceof String text && isName(text))
        .map(String.class::cast)
        .findFirst();
  }

  /** Cognito says what it made a token for, and another purpose than these two is none of ours. */
  private static boolean isRidersToken(Map<?, ?> claims) {
    Object use = claims.get("token_use");
    return !claims.containsKey("token_use") || "id".equals(use) || "access".equals(use);
  }

  /** What cannot be stored as it is names nobody: stored otherwise, it could be somebody else. */
  private static boolean isName(String claim) {
    return !claim.isBlank() && claim.length() <= MAX_RIDER_CHARACTERS && Utf8.isWellFormed(claim);
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
