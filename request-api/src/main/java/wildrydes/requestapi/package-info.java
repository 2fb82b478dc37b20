/**
 * How a ride begins and how its rider follows it. The rule that must hold: a ride is accepted only
 * once it is stored <em>and</em> its request is durably queued, and asking twice with one key makes
 * one ride.
 */
@NullMarked
package wildrydes.requestapi;

import org.jspecify.annotations.NullMarked;
