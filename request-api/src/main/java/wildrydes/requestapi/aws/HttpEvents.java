package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * API Gateway's events and the answers to them as JSON; {@link wildrydes.edge.SqsEvents} says why
 * it is not the runtime that maps them.
 */
final class HttpEvents {

  private static final JsonMapper JSON = new JsonMapper();

  private HttpEvents() {}

  /**
   * Reads a request, as far as {@link HttpRequest} looks at it.
   *
   * @throws IOException if it is not JSON
   */
  static APIGatewayProxyRequestEvent read(InputStream json) throws IOException {
    JsonNode event = JSON.readTree(json);
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(event.path("httpMethod").textValue())
        .withPath(event.path("path").textValue())
        .withHeaders(texts(event.path("headers")))
        .withBody(event.path("body").textValue())
        .withIsBase64Encoded(event.path("isBase64Encoded").booleanValue())
        .withRequestContext(context(event.path("requestContext")));
  }

  /** Writes the answer. */
  static void write(APIGatewayProxyResponseEvent response, OutputStream out) throws IOException {
    var json = JSON.createObjectNode().put("statusCode", response.getStatusCode());
    var headers = json.putObject("headers");
    response.getHeaders().forEach(headers::put);
    json.put("body", response.getBody());
    JSON.writeValue(out, json);
  }

  private static ProxyRequestContext context(JsonNode json) {
    var context = new ProxyRequestContext();
    context.setRequestId(json.path("requestId").textValue());
    context.setAuthorizer(Map.of("claims", texts(json.at("/authorizer/claims"))));
    return context;
  }

  /** Those that are texts. */
  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new HashMap<>();
    for (var each : json.properties()) {
      if (each.getValue().isTextual()) {
        texts.put(each.getKey(), each.getValue().textValue());
      }
    }
    return texts;
  }
}
