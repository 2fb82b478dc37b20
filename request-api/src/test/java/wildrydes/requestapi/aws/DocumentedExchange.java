package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import wildrydes.contract.Answered;
import wildrydes.contract.ApiContract;
import wildrydes.contract.Asked;
import wildrydes.contract.KindOfAnswer;

/** An event and its answer as a client of the gateway would see them, held against the document. */
final class DocumentedExchange {

  static final ApiContract CONTRACT = new ApiContract();

  private static final String RIDE = "/ride/";

  private DocumentedExchange() {}

  /** Fails unless the document allows, forbids and describes what happened. */
  static KindOfAnswer check(
      APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent response) {
    var request = new HttpRequest(event);
    var answered =
        new Answered(response.getStatusCode(), response.getHeaders(), response.getBody());
    Optional<String> body = body(request);
    var asked =
        new Asked(request.method(), path(request.path()), headers(request), body.orElse(""));
    // What the gateway marks as base64 is base64: no client can bring about anything else.
    return body.isPresent()
        ? CONTRACT.check(asked, answered)
        : CONTRACT.checkAnswer(asked, answered);
  }

  /** The headers as sent, and the token that made the gateway name the rider. */
  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    Stream.of(request.event().getHeaders(), request.event().getMultiValueHeaders())
        .filter(Objects::nonNull)
        .flatMap(sent -> sent.keySet().stream())
        .filter(Objects::nonNull)
        .forEach(name -> headers.put(name, trimmed(request.header(name).orElse(""))));
    request.rider().ifPresent(rider -> headers.put("Authorization", "Bearer token"));
    return headers;
  }

  /** Without the spaces and tabs that are no part of a header's value. */
  private static String trimmed(String value) {
    return value.replaceAll("^[ \\t]+|[ \\t]+$", "");
  }

  private static Optional<String> body(HttpRequest request) {
    if (!request.isBase64()) {
      return Optional.of(request.body());
    }
    try {
      return Optional.of(new String(Base64.getDecoder().decode(request.body()), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** With an id that is one part, as a client must send it. */
  private static String path(String path) {
    return path.startsWith(RIDE)
        ? RIDE + URLEncoder.encode(path.substring(RIDE.length()), UTF_8).replace("+", "%20")
        : path;
  }
}
