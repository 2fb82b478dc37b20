package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.stree.JrsBoolean;
import com.fasterxml.jackson.jr.stree.JrsObject;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import wildrydes.messages.Json;

/**
 * API Gateway's events and the answers to them as JSON; {@link wildrydes.edge.SqsEvents} says why
 * it is not the runtime that maps them.
 */
final class HttpEvents {

  private static final Json JSON = new Json();

  private HttpEvents() {}

  /**
   * Reads a request, as far as {@link HttpRequest} looks at it.
   *
   * @throws IOException if it is not JSON
   */
  static APIGatewayProxyRequestEvent read(InputStream json) throws IOException {
    JrsValue event = JSON.read(json);
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(Json.textOf(event.path("httpMethod")))
        .withPath(Json.textOf(event.path("path")))
        .withHeaders(texts(event.path("headers")))
        .withBody(Json.textOf(event.path("body")))
        .withIsBase64Encoded(isTrue(event.path("isBase64Encoded")))
        .withRequestContext(context(event.path("requestContext")));
  }

  /** Writes the answer. */
  static void write(APIGatewayProxyResponseEvent response, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.writer(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", response.getStatusCode());
      json.writeObjectFieldStart("headers");
      for (var header : response.getHeaders().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", response.getBody());
      json.writeEndObject();
    }
  }

  private static ProxyRequestContext context(JrsValue json) {
    var context = new ProxyRequestContext();
    context.setRequestId(Json.textOf(json.path("requestId")));
    context.setAuthorizer(Map.of("claims", texts(json.at("/authorizer/claims"))));
    return context;
  }

  /** Those that are texts. */
  private static Map<String, String> texts(JrsValue json) {
    Map<String, String> texts = new HashMap<>();
    if (json instanceof JrsObject fields) {
      fields
          .fields()
          .forEachRemaining(
              each -> {
                String text = Json.textOf(each.getValue());
                if (text != null) {
                  texts.put(each.getKey(), text);
                }
              });
    }
    return texts;
  }

  private static boolean isTrue(JrsValue json) {
    return json instanceof JrsBoolean value && value.booleanValue();
  }
}
