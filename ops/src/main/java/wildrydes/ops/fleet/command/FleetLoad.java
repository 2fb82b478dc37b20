package wildrydes.ops.fleet.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.FleetFile;
import wildrydes.ops.fleet.FleetFileException;
import wildrydes.ops.fleet.LoadReport;
import wildrydes.ops.fleet.PlacedUnicorn;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.Progress;
import wildrydes.ops.terminal.Times;

@Command(
    name = "load",
    description = {
      "Makes the stack's fleet hold the unicorns of a file: adds what is missing, moves or changes"
          + " what differs, leaves all others alone. Loading again does no harm.",
      "The file is a JSON array of objects with Name, Color, Gender, Latitude and Longitude. It is"
          + " checked as a whole before anything changes. What ./rides fleet list --json prints can"
          + " be loaded."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides fleet load fleet.json",
      "  ./rides fleet load fleet.json --stack WildRydes --region us-west-2 --profile prod"
    })
final class FleetLoad implements Callable<Integer> {

  private final FleetAccess access;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  FleetLoad(FleetAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    List<PlacedUnicorn> unicorns = read();
    LoadReport report;
    try (var progress = Progress.of("Loading", unicorns.size())) {
      report = access.with(stack, fleet -> fleet.load(unicorns, progress::step));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d added, %d moved, %d unchanged, %d refused because busy%n",
        report.added(), report.moved(), report.unchanged(), report.busy().size());
    if (!report.complete()) {
      throw new CommandFailure(Exit.REFUSED, leftAlone(report));
    }
    return Exit.DONE.code();
  }

  private List<PlacedUnicorn> read() {
    try {
      return FleetFile.read(file);
    } catch (FleetFileException e) {
      throw new CommandFailure(Exit.USAGE, e.getMessage() + "\nNothing was changed.", e);
    }
  }

  private static String leftAlone(LoadReport report) {
    var text = new StringBuilder("Not all of the file is loaded:");
    report
        .busy()
        .forEach(
            busy ->
                text.append("\n  ")
                    .append(busy.name())
                    .append(" has a rider until ")
                    .append(Times.of(busy.until())));
    report
        .unclear()
        .forEach(
            name ->
                text.append("\n  ")
                    .append(name)
                    .append(" is there twice, or somebody else changed it at this moment"));
    return text.append("\nLoad the file again later.").toString();
  }
}
