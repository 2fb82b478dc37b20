package wildrydes.local.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.emulators.template.HttpApi.Cors;

/** What the API tells browsers of other origins, as API Gateway does for the whole API at once. */
final class CorsPolicy {

  private final Optional<Cors> cors;

  CorsPolicy(Optional<Cors> cors) {
    this.cors = cors;
  }

  /** The headers of any answer to a request with this Origin; none where it may not ask. */
  Map<String, String> headers(Headers request) {
    return allowed(request)
        .map(
            allowed -> {
              Map<String, String> headers = new TreeMap<>();
              headers.put("Access-Control-Allow-Origin", origin(allowed, request));
              put(headers, "Access-Control-Expose-Headers", allowed.exposeHeaders());
              return headers;
            })
        .orElse(Map.of());
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
