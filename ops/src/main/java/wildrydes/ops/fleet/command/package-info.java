/**
 * {@code ./rides fleet}: the operator's commands for the fleet of one stack, on AWS or on this
 * machine. They parse, ask {@link wildrydes.ops.fleet.FleetTable}, and say what came of it.
 */
@NullMarked
package wildrydes.ops.fleet.command;

import org.jspecify.annotations.NullMarked;
