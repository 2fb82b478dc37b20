/**
 * The audit file: JSON lines, one an action, safe on disk before the action that it tells can lose
 * anything. It may hold the only copy of a message, with its coordinates, so nobody but its owner
 * may read it.
 */
@NullMarked
package wildrydes.ops.deadletters.audit;

import org.jspecify.annotations.NullMarked;
