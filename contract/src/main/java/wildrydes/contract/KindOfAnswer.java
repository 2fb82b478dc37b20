package wildrydes.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One kind of answer that the document describes; each has an example of this name there.
 *
 * @param operation its id in the document; {@link #NO_ROUTE} where no route fits the request
 * @param name a problem's type, a ride's status, or {@link #GATEWAY}
 */
public record KindOfAnswer(String operation, int status, String name) {

  public static final String NO_ROUTE = "no route";

  /** The name of what API Gateway answers by itself. */
  public static final String GATEWAY = "gateway";

  static String nameOf(JsonNode body) {
    return body.has("type") ? body.get("type").asText() : body.path("Status").asText(GATEWAY);
  }

  @Override
  public String toString() {
    return operation + " " + status + " " + name;
  }
}
