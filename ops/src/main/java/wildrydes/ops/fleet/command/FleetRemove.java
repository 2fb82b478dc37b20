package wildrydes.ops.fleet.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wildrydes.ops.aws.StackOptions;

@Command(
    name = "remove",
    description = "Removes one unicorn, unless a ride has it: then nothing changes.",
    footerHeading = "%nExample:%n",
    footer = "  ./rides fleet remove Shadowfax")
final class FleetRemove implements Callable<Integer> {

  private final FleetAccess access;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Parameters(paramLabel = "NAME", description = "Its name.")
  private String name = "";

  FleetRemove(FleetAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    var answer = access.with(stack, fleet -> fleet.remove(name));
    return Answers.report(spec, name, answer, name + " is removed.");
  }
}
