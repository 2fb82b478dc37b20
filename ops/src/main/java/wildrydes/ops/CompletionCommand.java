package wildrydes.ops;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wildrydes.ops.terminal.Exit;

/**
 * Prints the script for a shell's tab completion. It is registered for {@code rides}, which bash
 * and zsh also use for {@code ./rides}.
 */
@Command(
    name = "generate-completion",
    description = "Prints a script that completes these commands by the tab key, in bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = {
      "  source <(./rides generate-completion)",
      "",
      "In zsh, first run: autoload -U +X bashcompinit && bashcompinit"
    })
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var line = spec.commandLine();
    line.getOut().println(AutoComplete.bash("rides", spec.root().commandLine()));
    return Exit.DONE.code();
  }
}
