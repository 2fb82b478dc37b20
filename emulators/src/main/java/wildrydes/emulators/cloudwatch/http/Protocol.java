package wildrydes.emulators.cloudwatch.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.api.ApiError;

/**
 * One of the three forms in which clients send the same request: Smithy RPC v2 CBOR (the Java SDK),
 * AWS JSON 1.0 (today's boto3 and aws CLI) and the query protocol (those before, and many a
 * hand-made client). An answer comes in the form of its request.
 */
sealed interface Protocol permits TreeProtocol, QueryProtocol {
  String SERVICE = "GraniteServiceVersion20100801";
  Pattern RPC_PATH = Pattern.compile("/service/" + SERVICE + "/operation/(\\w+)");
  Pattern JSON_TARGET = Pattern.compile(SERVICE + "\\.(\\w+)");

  /** Empty when it is none of the three. */
  static Optional<Protocol> of(URI address, Headers headers) {
    var rpc = RPC_PATH.matcher(address.getPath());
    if (rpc.matches()) {
      return Optional.of(new TreeProtocol(TreeProtocol.Form.RPC_V2_CBOR, rpc.group(1)));
    }
    var json =
        Optional.ofNullable(headers.getFirst("X-Amz-Target"))
            .map(JSON_TARGET::matcher)
            .filter(Matcher::matches)
            .map(target -> new TreeProtocol(TreeProtocol.Form.AWS_JSON_1_0, target.group(1)));
    if (json.isPresent()) {
      return Optional.of(json.get());
    }
    var query = Optional.ofNullable(address.getRawQuery()).orElse("");
    return isForm(headers) || query.contains("Action=")
        ? Optional.of(new QueryProtocol(query))
        : Optional.empty();
  }

  private static boolean isForm(Headers headers) {
    return Optional.ofNullable(headers.getFirst("Content-Type"))
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  /**
   * The operation and its parameters.
   *
   * @throws ApiError when the body is not what the protocol says
   */
  Call read(byte[] body) throws IOException;

  byte[] answer(Call call, ObjectNode answer, String requestId) throws IOException;

  byte[] error(ApiError refused, String requestId) throws IOException;

  /** What every answer says of itself besides its length. */
  Map<String, String> headers();
}
