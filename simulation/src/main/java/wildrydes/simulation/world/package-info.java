/**
 * Everything around the three functions, small: Lambda with its queue pollers and execution
 * environments, the API's front, riders, an operator. Queues, tables, time-outs and settings come
 * from template.yaml. The rule that must hold: nobody here helps the functions to keep a promise.
 */
@NullMarked
package wildrydes.simulation.world;

import org.jspecify.annotations.NullMarked;
