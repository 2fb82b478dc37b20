/**
 * How every command speaks: one set of exit codes for scripts, one form of message for people. A
 * message says what happened, to what, and what to do next; what came from elsewhere is stripped of
 * control characters before it reaches a terminal.
 */
@NullMarked
package wildrydes.ops.terminal;

import org.jspecify.annotations.NullMarked;
