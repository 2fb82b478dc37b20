package wildrydes.ops.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.messages.RideId;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** {@code ./rides status}: shows a ride, or follows it to its outcome. */
@Command(
    name = "status",
    description = "Shows one of the rider's rides.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides status 3T2kcnlsTnmEKTzYoTTaSA",
      "  ./rides status 3T2kcnlsTnmEKTzYoTTaSA --watch --as alice",
      "  ./rides status 3T2kcnlsTnmEKTzYoTTaSA --json | jq -r .Status"
    })
public final class StatusCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final Wait wait;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ApiOptions options = new ApiOptions();

  @Parameters(paramLabel = "ID", description = "The ride's id: 22 characters.")
  private String id = "";

  @Option(
      names = "--watch",
      description = "Follow the ride to its outcome, and tell it by the exit code.")
  private boolean watching;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "Give up asking and watching after that: 90s, 2m, 1h (default: 2m).")
  private Duration timeout = Duration.ZERO;

  public StatusCommand(Map<String, String> environment, Wait wait) {
    this.environment = environment;
    this.wait = wait;
  }

  @Override
  public Integer call() {
    RideId ride = RideId.parse(id).orElseThrow(this::noSuchRide);
    Instant deadline = wait.instant().plus(timeout);
    String token = options.token(Optional.ofNullable(environment.get("RIDES_TOKEN")));
    var api = new RideApi(options.base(), token, wait, deadline);
    var printer = new RidePrinter(spec.commandLine(), options);
    if (!watching) {
      printer.details(api.show(ride));
      return Exit.DONE.code();
    }
    ApiAnswer outcome =
        new Following(api, wait, deadline).follow(ride, answer -> printer.waiting(answer));
    return printer.outcome(outcome).code();
  }

  private CommandFailure noSuchRide() {
    return new CommandFailure(
        Exit.NOT_FOUND,
        "There is no ride '"
            + id
            + "': an id has 22 letters, digits, - and _, as ./rides request prints it.");
  }
}
