/**
 * What dispatchers cost each other that are after the same unicorns: races of the product's own
 * dispatching in virtual time, so that a seed gives the same race, and the same counts, on every
 * machine.
 */
@NullMarked
package wildrydes.benchmarks.racing;

import org.jspecify.annotations.NullMarked;
