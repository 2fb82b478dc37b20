package wildrydes.ops.fleet.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import wildrydes.ops.fleet.UnicornWords;

/** Holds words on the command line to the same rules as those of a fleet file. */
final class Words {

  private Words() {}

  static void check(CommandSpec spec, String label, String text) {
    UnicornWords.problem(text)
        .ifPresent(
            problem -> {
              throw new ParameterException(spec.commandLine(), label + " " + problem);
            });
  }
}
