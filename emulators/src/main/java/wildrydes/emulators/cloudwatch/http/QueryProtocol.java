package wildrydes.emulators.cloudwatch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * The API's first form: a web form in, the operation's name one of its fields, and XML out.
 *
 * @param query what stands behind the address's question mark, as sent
 */
record QueryProtocol(String query) implements Protocol {
  private static final String VERSION = "2010-08-01";

  @Override
  public Call read(byte[] body) {
    var form = QueryForm.tree(query, new String(body, UTF_8));
    String action = taken(form, "Action").orElse("");
    if (action.isEmpty()) {
      throw new ApiError(
          ApiError.Code.MISSING_ACTION, "The request names no operation: give it an Action.");
    }
    String version = taken(form, "Version").orElse(VERSION);
    if (!version.equals(VERSION)) {
      throw new ApiError(
          ApiError.Code.UNKNOWN_OPERATION,
          "Could not find operation %s for version %s: the version is %s."
              .formatted(action, version, VERSION));
    }
    return new Call(action, new Parameters(form, ""));
  }

  @Override
  public byte[] answer(Call call, ObjectNode answer, String requestId) {
    return XmlAnswer.of(call.operation(), answer, requestId);
  }

  @Override
  public byte[] error(ApiError refused, String requestId) {
    var error =
        Operation.structure()
            .put("Type", refused.code().fault())
            .put("Code", refused.code().queryCode())
            .put("Message", refused.getMessage());
    error.setAll(refused.details());
    return XmlAnswer.ofError(error, requestId);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Content-Type", "text/xml");
  }

  private static Optional<String> taken(ObjectNode form, String name) {
    return Optional.ofNullable(form.remove(name)).map(value -> value.asText());
  }
}
