package wildrydes.ops.fleet.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.messages.Location;
import wildrydes.ops.aws.StackOptions;

@Command(
    name = "move",
    description = "Moves one unicorn, unless a ride has it: then nothing changes.",
    footerHeading = "%nExample:%n",
    footer = "  ./rides fleet move Shadowfax 47.6205,-122.3493")
final class FleetMove implements Callable<Integer> {

  private final FleetAccess access;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "LAT,LON", description = "Where it shall wait, in degrees.")
  private Location place = new Location(0, 0);

  FleetMove(FleetAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    var answer = access.with(stack, fleet -> fleet.move(name, place));
    return Answers.report(spec, name, answer, name + " is moved.");
  }
}
