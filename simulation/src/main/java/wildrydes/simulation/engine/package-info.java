/**
 * A scheduler that runs threads one at a time in virtual time. A thread runs from one pause to its
 * next without being interrupted, and which one runs next is decided by the time of its pause's end
 * alone: so a run can be repeated exactly.
 */
@NullMarked
package wildrydes.simulation.engine;

import org.jspecify.annotations.NullMarked;
