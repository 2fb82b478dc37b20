/**
 * How fast and how cheap the product is: each benchmark measures one thing beside named peers in
 * the same run, states the noise, and becomes one section of benchmarks/RESULTS.md.
 */
@NullMarked
package wildrydes.benchmarks;

import org.jspecify.annotations.NullMarked;
