package wildrydes.ops.ride;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** {@code ./rides request}: asks for a ride once, whatever happens on the way. */
@Command(
    name = "request",
    description = {
      "Requests a ride from a place.",
      "The request carries an idempotency key. A try that gets no answer is made again under the"
          + " same key, so it never becomes two rides."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides request 47.6175,-122.2884",
      "  ./rides request -1.2841,36.8233 --as alice --wait",
      "  id=$(./rides request 47.6175,-122.2884 --json | jq -r .RideId)",
      "  ./rides request 47.6175,-122.2884 --api https://API --token \"$TOKEN\""
    })
public final class RequestCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final Wait wait;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ApiOptions options = new ApiOptions();

  @Parameters(paramLabel = "LAT,LON", description = "The pickup, in degrees.")
  private Location pickup = new Location(0, 0);

  @Option(names = "--wait", description = "Wait for the outcome, and tell it by the exit code.")
  private boolean waiting;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "Give up trying and waiting after that: 90s, 2m, 1h (default: 2m).")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The idempotency key: the same key is the same ride (default: a random one).")
  private @Nullable String key;

  public RequestCommand(Map<String, String> environment, Wait wait) {
    this.environment = environment;
    this.wait = wait;
  }

  @Override
  public Integer call() {
    Instant deadline = wait.instant().plus(timeout);
    String token = options.token(Optional.ofNullable(environment.get("RIDES_TOKEN")));
    var api = new RideApi(options.base(), token, wait, deadline);
    ApiAnswer accepted =
        api.request(pickup, Optional.ofNullable(key).orElseGet(() -> UUID.randomUUID().toString()));
    var printer = new RidePrinter(spec.commandLine(), options);
    RideView ride = printer.rideOf(accepted);
    if (!waiting) {
      printer.requested(accepted);
      return Exit.DONE.code();
    }
    RideId id = RideId.parse(ride.id()).orElseThrow(() -> noRide(options));
    PrintWriter out = spec.commandLine().getOut();
    if (!options.json()) {
      out.println("Ride " + id + " is requested.");
      out.flush();
    }
    ApiAnswer outcome = new Following(api, wait, deadline).follow(id, _ -> {});
    return printer.outcome(outcome).code();
  }

  private static CommandFailure noRide(ApiOptions options) {
    return new CommandFailure(
        Exit.UNEXPECTED, options.base() + " accepted the ride but gave it no id.\nCheck --api.");
  }
}
