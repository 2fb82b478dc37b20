package wildrydes.ops.deadletters.command;

import java.util.function.Function;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.terminal.CommandFailure;

/** The way to the dead letters of a stack. */
public interface DeadLetterAccess {

  /**
   * Does the work on the stack.
   *
   * @throws CommandFailure if the stack cannot be reached or used, telling why
   */
  <T> T with(StackOptions stack, Function<DeadLetterStack, T> work);
}
