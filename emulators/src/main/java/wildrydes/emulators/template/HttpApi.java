package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP API as the template declares it.
 *
 * @param authorized whether every route asks for a token
 * @param cors what browsers may do from other origins; without it, nothing
 */
public record HttpApi(String logicalId, String name, boolean authorized, Optional<Cors> cors) {

  static final String TYPE = "AWS::Serverless::HttpApi";

  /** What {@code Ref} gives. */
  static final String REF = "local${LogicalId}";

  /**
   * What API Gateway tells browsers.
   *
   * @param maxAgeSeconds how long they may remember it
   */
  public record Cors(
      List<String> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      int maxAgeSeconds) {}

  /** The id that AWS would choose: what {@code Ref} gives in the template. */
  public String id() {
    return ResourceType.fill(REF, Map.of("LogicalId", logicalId));
  }

  static HttpApi of(Resource resource, Place place) {
    var fields = new Fields(resource.properties(), place);
    return new HttpApi(
        resource.logicalId(),
        fields.optionalText("Name").orElse(resource.logicalId()),
        fields.object("Auth").flatMap(auth -> auth.optionalText("DefaultAuthorizer")).isPresent(),
        fields.object("CorsConfiguration").map(HttpApi::cors));
  }

  private static Cors cors(Fields cors) {
    cors.only("AllowOrigins", "AllowMethods", "AllowHeaders", "ExposeHeaders", "MaxAge");
    return new Cors(
        texts(cors, "AllowOrigins"),
        texts(cors, "AllowMethods"),
        texts(cors, "AllowHeaders"),
        texts(cors, "ExposeHeaders"),
        cors.optionalWholeNumber("MaxAge").orElse(0));
  }

  private static List<String> texts(Fields fields, String name) {
    return fields.object().path(name).valueStream().map(JsonNode::asText).toList();
  }
}
