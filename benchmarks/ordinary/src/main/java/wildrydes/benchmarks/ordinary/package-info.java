/**
 * The functions as one builds them without a thought for their start: the same work, but with the
 * SDK's defaults, its usual HTTP clients, events mapped by Lambda, log4j as its manual shows it,
 * everything packed, and nothing done before a snapshot. And a function that does nothing at all.
 */
@NullMarked
package wildrydes.benchmarks.ordinary;

import org.jspecify.annotations.NullMarked;
