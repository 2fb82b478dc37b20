package wildrydes.local.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.emulators.template.HttpApi.Cors;

/**
 * What the API tells browsers of other origins, as API Gateway does for the whole API at once: on
 * every answer to a request that names its origin, the gateway's own refusals included. Answers
 * that differ by origin are not told apart by {@code Vary}; nothing here may be stored anyway.
 */
final class CorsPolicy {

  private final Optional<Cors> cors;

  CorsPolicy(Optional<Cors> cors) {
    this.cors = cors;
  }

  /**
   * An answer to that request, with what the policy says. A function's own word on other origins
   * does not count once there is a policy.
   */
  HttpAnswer applied(HttpAnswer answer, Headers request) {
    if (cors.isEmpty()) {
      return answer;
    }
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.keySet().removeIf(CorsPolicy::isAboutOrigins);
    allowed(request)
        .ifPresent(
            allowed -> {
              headers.put("Access-Control-Allow-Origin", origin(allowed, request));
              put(headers, "Access-Control-Expose-Headers", allowed.exposeHeaders());
            });
    return new HttpAnswer(answer.status(), headers, answer.body());
  }

  private static boolean isAboutOrigins(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
  }

  /** The answer to a browser that asks beforehand. */
  HttpAnswer preflight(Headers request) {
    Map<String, String> headers = new TreeMap<>();
    allowed(request)
        .ifPresent(
            allowed -> {
              headers.put("Access-Control-Allow-Origin", origin(allowed, request));
              put(headers, "Access-Control-Allow-Methods", allowed.allowMethods());
              put(headers, "Access-Control-Allow-Headers", allowed.allowHeaders());
              headers.put("Access-Control-Max-Age", Integer.toString(allowed.maxAgeSeconds()));
            });
    return new HttpAnswer(204, headers, new byte[0]);
  }

  boolean isPreflight(String method, Headers request) {
    return cors.isPresent()
        && method.equals("OPTIONS")
        && request.containsKey("Origin")
        && request.containsKey("Access-Control-Request-Method");
  }

  private Optional<Cors> allowed(Headers request) {
    String origin = request.getFirst("Origin");
    return cors.filter(
        policy ->
            origin != null
                && (policy.allowOrigins().contains("*") || policy.allowOrigins().contains(origin)));
  }

  private static String origin(Cors allowed, Headers request) {
    return allowed.allowOrigins().contains("*") ? "*" : request.getFirst("Origin");
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
