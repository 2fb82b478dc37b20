package wildrydes.ops.fleet.command;

import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import wildrydes.ops.fleet.Answer;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.Times;

/** Says what came of the change of one unicorn. */
final class Answers {

  private Answers() {}

  /**
   * Prints the success.
   *
   * @throws CommandFailure in all other cases
   */
  static int report(CommandSpec spec, String name, Answer answer, String success) {
    switch (answer) {
      case Answer.Done _ -> spec.commandLine().getOut().println(success);
      case Answer.NameTaken _ ->
          throw new CommandFailure(
              Exit.REFUSED,
              "There is a unicorn named "
                  + name
                  + " already.\nChoose another name, or move it with ./rides fleet move.");
      case Answer.NoSuchUnicorn _ ->
          throw new CommandFailure(
              Exit.NOT_FOUND,
              "There is no unicorn named "
                  + name
                  + ".\n./rides fleet list shows all names; they are case sensitive.");
      case Answer.Busy(Instant until) ->
          throw new CommandFailure(
              Exit.REFUSED,
              "%s has a rider until %s and stays as it is.\nTry again after that."
                  .formatted(name, Times.of(until)));
      case Answer.Unclear(String why) ->
          throw new CommandFailure(
              Exit.REFUSED,
              "%s stays as it is: %s.\nLook at it with ./rides fleet list and try again, or remove it"
                      .formatted(name, why)
                  + " and add it anew.");
    }
    return Exit.DONE.code();
  }
}
