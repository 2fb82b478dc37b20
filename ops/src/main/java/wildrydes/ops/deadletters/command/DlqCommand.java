package wildrydes.ops.deadletters.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.edit.TextEditor;
import wildrydes.ops.ride.Wait;
import wildrydes.ops.terminal.Progress;

/** The group of the dead letters' commands. */
@Command(
    name = "dlq",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows what lies among the dead letters, and why, and gets it out again.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq list",
      "  ./rides dlq show --reason unreadable --limit 3",
      "",
      "For a local run, set the AWS_ENDPOINT_URL_SQS and AWS_ENDPOINT_URL_DYNAMODB",
      "that ./rides local prints."
    })
public final class DlqCommand {

  private DlqCommand() {}

  /** The group with all its commands. */
  public static CommandLine commandLine(
      DeadLetterAccess access, Map<String, String> environment, Wait wait) {
    return new CommandLine(new DlqCommand()).registerConverter(Lane.class, new LaneConverter());
  }
}
