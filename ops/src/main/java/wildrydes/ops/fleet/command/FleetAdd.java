package wildrydes.ops.fleet.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.PlacedUnicorn;

@Command(
    name = "add",
    description = "Adds one unicorn. Its name must be new.",
    footerHeading = "%nExample:%n",
    footer = "  ./rides fleet add Sleipnir --at 47.6097,-122.3331 --color Gray --gender Male")
final class FleetAdd implements Callable<Integer> {

  private final FleetAccess access;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Parameters(paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      required = true,
      description = "Where it waits, in degrees.")
  private Location place = new Location(0, 0);

  @Option(names = "--color", paramLabel = "COLOR", required = true, description = "Its color.")
  private String color = "";

  @Option(names = "--gender", paramLabel = "GENDER", required = true, description = "Its gender.")
  private String gender = "";

  FleetAdd(FleetAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    Words.check(spec, "NAME", name);
    Words.check(spec, "--color", color);
    Words.check(spec, "--gender", gender);
    var unicorn = new PlacedUnicorn(new Unicorn(name, color, gender), place);
    var answer = access.with(stack, fleet -> fleet.add(unicorn));
    return Answers.report(spec, name, answer, name + " is added and free.");
  }
}
