package wildrydes.ops.ride;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which API, and as whom. */
final class ApiOptions {

  private static final Pattern LOCAL_RIDER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--api",
      paramLabel = "URL",
      defaultValue = "${env:RIDES_API:-http://127.0.0.1:3000}",
      description = "Where the API is (default: RIDES_API, else http://127.0.0.1:3000).")
  private String api = "";

  @ArgGroup private Identity identity = new Identity();

  @Option(names = "--json", description = "Print what the API answers, and nothing else.")
  private boolean json;

  /** One way or the other of saying who asks. */
  static final class Identity {

    @Option(
        names = "--as",
        paramLabel = "RIDER",
        description = "Ride under this name; only a local run takes a name for a token.")
    private @Nullable String rider;

    @Option(
        names = "--token",
        paramLabel = "TOKEN",
        description = "The token to sign in with (default: RIDES_TOKEN).")
    private @Nullable String token;
  }

  /** The API's address without a slash at its end. */
  URI base() {
    String address = api.replaceAll("/+$", "");
    try {
      URI uri = URI.create(address);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below, together with addresses that are URIs of another kind.
    }
    throw new ParameterException(
        spec.commandLine(), "--api must be an address such as http://127.0.0.1:3000, not " + api);
  }

  /** {@code --as}, else {@code --token}, else RIDES_TOKEN, else the name of whoever runs this. */
  String token(Optional<String> fromEnvironment) {
    if (identity.rider != null) {
      return checked(identity.rider, LOCAL_RIDER, "--as takes letters, digits, - and _ only");
    }
    return Optional.ofNullable(identity.token)
        .or(() -> fromEnvironment)
        .map(token -> checked(token, TOKEN, "the token holds characters that no token has"))
        .orElseGet(ApiOptions::userName);
  }

  /** What to add to the next command so that it asks as the same rider. */
  String sameRider() {
    return identity.rider == null ? "" : " --as " + identity.rider;
  }

  boolean json() {
    return json;
  }

  private String checked(String text, Pattern form, String problem) {
    if (!form.matcher(text).matches()) {
      throw new ParameterException(spec.commandLine(), problem);
    }
    return text;
  }

  private static String userName() {
    String safe = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return safe.isEmpty() ? "rider" : safe;
  }
}
