package wildrydes.ops.fleet.command;

import java.util.function.Function;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.terminal.CommandFailure;

/** The way to the fleet of a stack. */
public interface FleetAccess {

  /**
   * Does the work on the stack's fleet.
   *
   * @throws CommandFailure if the fleet cannot be reached or used, telling why
   */
  <T> T with(StackOptions stack, Function<FleetTable, T> work);
}
