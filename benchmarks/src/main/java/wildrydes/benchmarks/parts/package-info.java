/**
 * How long the parts of a function take that compute, and ask nobody: reading and writing messages,
 * and a search over what was read. Measured by JMH, in processes of their own.
 */
@NullMarked
package wildrydes.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
