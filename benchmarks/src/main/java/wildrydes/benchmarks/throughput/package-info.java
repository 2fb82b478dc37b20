/**
 * How many rides the functions carry: side by side in batches against one at a time, with a stub of
 * AWS whose calls all take the same time.
 */
@NullMarked
package wildrydes.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
