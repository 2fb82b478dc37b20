/**
 * What it costs to find the nearest free unicorn, counted exactly: queries, rounds and read units
 * on seeded cities, beside other ways to read them.
 */
@NullMarked
package wildrydes.benchmarks.searching;

import org.jspecify.annotations.NullMarked;
