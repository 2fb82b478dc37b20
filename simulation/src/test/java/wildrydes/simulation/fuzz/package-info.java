/**
 * The consumers of both queues under messages that nobody would send. The rule that must hold: what
 * cannot be read ends among the dead letters, and touches no other message of its batch.
 */
@NullMarked
package wildrydes.simulation.fuzz;

import org.jspecify.annotations.NullMarked;
