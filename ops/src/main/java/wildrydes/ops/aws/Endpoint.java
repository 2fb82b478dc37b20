package wildrydes.ops.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** Where a service is, if the environment says so: it tells a local run from AWS. */
public record Endpoint(Target target, Optional<URI> uri) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** The services that commands use. */
  public enum Target {
    DYNAMODB("DynamoDB"),
    SQS("SQS");

    private final String title;

    Target(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    String variable() {
      return "AWS_ENDPOINT_URL_" + name();
    }
  }

  /**
   * What the SDK's own variables name, the more exact one first.
   *
   * @throws CommandFailure if it is no address
   */
  public static Endpoint of(Target target, Map<String, String> environment) {
    return new Endpoint(
        target,
        address(target.variable(), environment).or(() -> address("AWS_ENDPOINT_URL", environment)));
  }

  public boolean isLocal() {
    return uri.map(URI::getHost).filter(THIS_MACHINE::contains).isPresent();
  }

  private static Optional<URI> address(String variable, Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(value);
      if (uri.getScheme() != null && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // Told below, together with addresses that name no host.
    }
    throw new CommandFailure(
        Exit.USAGE, variable + " is no address.\nSet it to one such as http://127.0.0.1:8000");
  }
}
