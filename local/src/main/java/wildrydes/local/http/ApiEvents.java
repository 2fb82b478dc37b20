package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP requests as the events that API Gateway makes of them (payload format 1.0). */
final class ApiEvents {

  private static final JsonMapper JSON = new JsonMapper();

  private ApiEvents() {}

  /** The event's JSON. */
  static byte[] of(
      HttpExchange exchange,
      byte[] body,
      RouteTable.Match match,
      Optional<Map<String, String>> claims,
      String requestId) {
    String path = exchange.getRequestURI().getPath();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "1.0");
    event.put("resource", match.route().path());
    event.put("path", path);
    event.put("httpMethod", exchange.getRequestMethod());
    var headers = event.putObject("headers");
    var multiValueHeaders = event.putObject("multiValueHeaders");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              headers.put(name, String.join(",", values));
              var all = multiValueHeaders.putArray(name);
              values.forEach(all::add);
            });
    addQuery(event, exchange.getRequestURI().getRawQuery());
    event.set("requestContext", context(exchange, match, path, claims, requestId));
    if (match.parameters().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      var parameters = event.putObject("pathParameters");
      match.parameters().forEach(parameters::put);
    }
    event.putNull("stageVariables");
    addBody(event, body, exchange.getRequestHeaders().getFirst("Content-Type"));
    return event.toString().getBytes(UTF_8);
  }

  private static ObjectNode context(
      HttpExchange exchange,
      RouteTable.Match match,
      String path,
      Optional<Map<String, String>> claims,
      String requestId) {
    Instant now = Instant.now();
    ObjectNode context = JSON.createObjectNode();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    claims.ifPresent(
        known -> {
          var authorizer = context.putObject("authorizer");
          var all = authorizer.putObject("claims");
          known.forEach(all::put);
          if (match.route().scopes().isEmpty()) {
            authorizer.putNull("scopes");
          } else {
            match.route().scopes().forEach(authorizer.putArray("scopes")::add);
          }
        });
    context.put("domainName", "127.0.0.1");
    context.put("httpMethod", exchange.getRequestMethod());
    context
        .putObject("identity")
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
    context.put("path", path);
    context.put("protocol", exchange.getProtocol());
    context.put("requestId", requestId);
    context.put("requestTimeEpoch", now.toEpochMilli());
    context.put("resourcePath", match.route().path());
    context.put("stage", "$default");
    return context;
  }

  private static void addQuery(ObjectNode event, String rawQuery) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      event.putNull("queryStringParameters");
      return;
    }
    var query = event.putObject("queryStringParameters");
    for (String pair : rawQuery.split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      query.put(decoded(nameAndValue[0]), nameAndValue.length < 2 ? "" : decoded(nameAndValue[1]));
    }
  }

  private static String decoded(String text) {
    try {
      return java.net.URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Text stays text; whatever cannot be text is base64. */
  private static void addBody(ObjectNode event, byte[] body, String contentType) {
    if (body.length == 0) {
      event.putNull("body").put("isBase64Encoded", false);
      return;
    }
    Optional<String> text = isText(contentType) ? text(body) : Optional.empty();
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    event.put("isBase64Encoded", text.isEmpty());
  }

  private static boolean isText(String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).strip();
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.startsWith("application/xml")
        || type.startsWith("application/javascript");
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
