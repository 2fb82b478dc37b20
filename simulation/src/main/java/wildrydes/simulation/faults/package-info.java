/**
 * What can go wrong between a machine and AWS, and who decides when it does. The rule that must
 * hold: an answer, once it is given, is the model's own; a fault may only keep a call from its
 * effect or an effect from its answer.
 */
@NullMarked
package wildrydes.simulation.faults;

import org.jspecify.annotations.NullMarked;
