package wildrydes.emulators.cloudwatch.http;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation a request asks for, and in which protocol. */
public record Call(Protocol protocol, String operation) {
  private static final String SERVICE = "GraniteServiceVersion20100801";
  private static final Pattern RPC_PATH =
      Pattern.compile("/service/" + SERVICE + "/operation/(\\w+)");
  private static final Pattern JSON_TARGET = Pattern.compile(SERVICE + "\\.(\\w+)");

  /** Empty when it is neither of the two protocols. */
  static Optional<Call> of(String path, Headers headers) {
    var rpc = RPC_PATH.matcher(path);
    if (rpc.matches()) {
      return Optional.of(new Call(Protocol.RPC_V2_CBOR, rpc.group(1)));
    }
    return Optional.ofNullable(headers.getFirst("X-Amz-Target"))
        .map(JSON_TARGET::matcher)
        .filter(Matcher::matches)
        .map(target -> new Call(Protocol.AWS_JSON_1_0, target.group(1)));
  }
}
