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
    description = {
      "Shows what lies among the dead letters, and why, and gets it out again.",
      "Two queues have dead letters: the requests of rides, and their outcomes. Nothing changes"
          + " without --execute, and what changes is written to the audit file first. A message that"
          + " one command looks at is hidden from others for some seconds."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides dlq list",
      "  ./rides dlq show --reason unreadable --limit 3",
      "  ./rides dlq replay",
      "  ./rides dlq replay --execute",
      "  ./rides dlq edit $ID --set Version=1 --execute",
      "  ./rides dlq drop $ID --because 'sent by a load test' --execute",
      "  ./rides dlq history --since 24h",
      "",
      "For a local run, set the AWS_ENDPOINT_URL_SQS and AWS_ENDPOINT_URL_DYNAMODB",
      "that ./rides local prints."
    })
public final class DlqCommand {

  private DlqCommand() {}

  /** The group with all its commands. */
  public static CommandLine commandLine(
      DeadLetterAccess access, Map<String, String> environment, Wait wait) {
    var editor = new TextEditor(environment, Progress::isTerminal);
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqList(access, wait))
        .addSubcommand(new DlqShow(access, wait))
        .addSubcommand(new DlqReplay(access, environment, wait))
        .addSubcommand(new DlqEdit(access, environment, wait, editor))
        .addSubcommand(new DlqDrop(access, environment, wait))
        .addSubcommand(new DlqRedrive(access, environment, wait))
        .addSubcommand(new DlqWatch(access, wait))
        .addSubcommand(new DlqHistory(environment, wait))
        .registerConverter(Lane.class, new LaneConverter());
  }
}
