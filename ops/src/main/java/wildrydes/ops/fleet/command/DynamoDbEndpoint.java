package wildrydes.ops.fleet.command;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where DynamoDB is, if the environment says so. The SDK follows these variables by itself; here
 * they only tell a local run from AWS.
 */
record DynamoDbEndpoint(Optional<String> url) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  static DynamoDbEndpoint of(Map<String, String> environment) {
    return new DynamoDbEndpoint(
        Stream.of("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL")
            .map(environment::get)
            .filter(value -> value != null && !value.isBlank())
            .findFirst());
  }

  boolean isLocal() {
    return url.map(DynamoDbEndpoint::hostOf).filter(THIS_MACHINE::contains).isPresent();
  }

  private static String hostOf(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
