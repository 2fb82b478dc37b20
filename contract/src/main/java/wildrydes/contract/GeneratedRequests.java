package wildrydes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes up requests out of the document's schemas: such as it allows, and such with one thing that
 * it forbids. The same seed makes the same requests.
 */
public final class GeneratedRequests {

  private static final String CONTENT = "/requestBody/content/application~1json/schema";

  private final ApiDocument document;
  private final Random random;
  private final GeneratedJson json;
  private final GeneratedText text;

  public GeneratedRequests(ApiDocument document, long seed) {
    this.document = document;
    this.random = new Random(seed);
    this.json = new GeneratedJson(document, random);
    this.text = new GeneratedText(document, random);
  }

  /** A request that the document allows. */
  public Asked allowed(String operation) {
    return draft(operation, "");
  }

  /** A request of which the document forbids one part, and one only. */
  public Asked forbidden(String operation) {
    JsonNode described = document.operation(operation);
    List<String> parts = new ArrayList<>();
    document.parameters(described).forEach(parameter -> parts.add(parameter.path("name").asText()));
    // Nothing is forbidden in a preference.
    parts.remove("Prefer");
    if (described.has("requestBody")) {
      parts.addAll(List.of("body", "body", "body", "no body", "Content-Type"));
    }
    return draft(operation, parts.get(random.nextInt(parts.size())));
  }

  private Asked draft(String operation, String wrong) {
    JsonNode described = document.operation(operation);
    String route = document.routeOf(operation);
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(route.indexOf(' ') + 1);
    Map<String, String> headers = new TreeMap<>(Map.of("Authorization", "Bearer generated"));
    for (JsonNode parameter : document.parameters(described)) {
      String name = parameter.path("name").asText();
      boolean isWrong = name.equals(wrong);
      if (!isWrong && !parameter.path("required").asBoolean() && random.nextBoolean()) {
        continue;
      }
      String value = isWrong ? text.forbidden(parameter) : text.allowed(parameter);
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", encoded(value));
      } else {
        headers.put(name, value);
      }
    }
    return new Asked(method, path, headers, body(described, wrong, headers));
  }

  private String body(JsonNode described, String wrong, Map<String, String> headers) {
    if (!described.has("requestBody") || wrong.equals("no body")) {
      headers.put("Content-Type", "application/json");
      return "";
    }
    if (wrong.equals("Content-Type")) {
      headers.put("Content-Type", random.nextBoolean() ? "text/plain" : "application/xml");
    } else {
      headers.put("Content-Type", "application/json");
    }
    JsonNode schema = document.resolved(described.at(CONTENT));
    return (wrong.equals("body") ? json.forbidden(schema) : json.allowed(schema)).toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
