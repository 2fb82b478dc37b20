/**
 * What a ride costs: the real handlers run against emulators, everything that AWS would bill is
 * counted on the way and multiplied with a dated price table. The rule that must hold: a peer is
 * counted by the same meters, in the same run, with the same events.
 */
@NullMarked
package wildrydes.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
