package wildrydes.ops.fleet.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of the fleet's commands. */
@Command(
    name = "fleet",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows and changes the unicorns of a stack and the places where they wait.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides fleet list --near 47.6175,-122.2884",
      "  ./rides fleet load fleet.json --stack WildRydes --region us-west-2",
      "  ./rides fleet move Shadowfax 47.6205,-122.3493",
      "",
      "For a local run, set the AWS_ENDPOINT_URL_DYNAMODB that ./rides local prints.",
      "Names are unique. Only two operators who add one name at the same instant are",
      "not kept apart; ./rides fleet list would then show both.",
      "Where nobody was free, new rides may overlook a newcomer for up to a minute."
    })
public final class FleetCommand {

  private FleetCommand() {}

  /** The group with all its commands. */
  public static CommandLine commandLine(FleetAccess access) {
    var move = new CommandLine(new FleetMove(access));
    // Or -1.28,36.82 would be taken for an option.
    move.setUnmatchedOptionsArePositionalParams(true);
    return new CommandLine(new FleetCommand())
        .addSubcommand(new FleetList(access))
        .addSubcommand(new FleetLoad(access))
        .addSubcommand(new FleetAdd(access))
        .addSubcommand(move)
        .addSubcommand(new FleetRemove(access));
  }
}
