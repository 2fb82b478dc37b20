/**
 * The operator's command line behind {@code ./rides}. {@link wildrydes.ops.Rides} puts the commands
 * together; each does one thing, ends with one of the codes of {@link wildrydes.ops.terminal.Exit},
 * and says what to do next when it could not.
 */
@NullMarked
package wildrydes.ops;

import org.jspecify.annotations.NullMarked;
