/**
 * How soon a function that does not run yet answers: the packed jars under AWS's runtime interface
 * client, beside the same functions built the ordinary way, and a function that does nothing.
 */
@NullMarked
package wildrydes.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
