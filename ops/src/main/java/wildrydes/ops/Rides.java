package wildrydes.ops;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import wildrydes.messages.Location;
import wildrydes.ops.deadletters.command.AwsDeadLetterAccess;
import wildrydes.ops.deadletters.command.DeadLetterAccess;
import wildrydes.ops.deadletters.command.DlqCommand;
import wildrydes.ops.fleet.command.AwsFleetAccess;
import wildrydes.ops.fleet.command.FleetAccess;
import wildrydes.ops.fleet.command.FleetCommand;
import wildrydes.ops.ride.RequestCommand;
import wildrydes.ops.ride.StatusCommand;
import wildrydes.ops.ride.Wait;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.FailurePrinter;
import wildrydes.ops.terminal.PlaceConverter;
import wildrydes.ops.terminal.SpanConverter;
import wildrydes.ops.terminal.UsagePrinter;

/** The root of all commands. */
@Command(
    name = "./rides",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Runs and looks after Wild Rydes: rides with unicorns, on AWS or on this machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    footerHeading = "%nTab completion: source <(./rides generate-completion)%n",
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes: ./rides --help lists them.%n")
public final class Rides {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean debug;

  private Rides() {}

  /** The whole command line, to be executed or to be given more commands. */
  public static CommandLine commandLine() {
    return commandLine(System.getenv());
  }

  /** The whole command line as it would be with these variables set, and no others. */
  public static CommandLine commandLine(Map<String, String> environment) {
    return commandLine(
        environment,
        new AwsFleetAccess(environment),
        new AwsDeadLetterAccess(environment),
        Wait.real());
  }

  static CommandLine commandLine(
      Map<String, String> environment,
      FleetAccess fleetAccess,
      DeadLetterAccess deadLetterAccess,
      Wait wait) {
    var rides = new Rides();
    var request = new CommandLine(new RequestCommand(environment, wait));
    // Or -1.28,36.82 would be taken for an option.
    request.setUnmatchedOptionsArePositionalParams(true);
    var line =
        new CommandLine(rides)
            .addSubcommand(request)
            .addSubcommand(new StatusCommand(environment, wait))
            .addSubcommand(FleetCommand.commandLine(fleetAccess))
            .addSubcommand(DlqCommand.commandLine(deadLetterAccess, environment, wait))
            .addSubcommand(new CompletionCommand());
    line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    line.getCommandSpec().usageMessage().exitCodeList(meanings());
    return line.registerConverter(Location.class, new PlaceConverter())
        .registerConverter(Duration.class, new SpanConverter())
        .setParameterExceptionHandler(new UsagePrinter())
        .setExecutionExceptionHandler(new FailurePrinter(() -> rides.debug));
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Exit exit : Exit.values()) {
      meanings.put(Integer.toString(exit.code()), exit.meaning());
    }
    return meanings;
  }
}
