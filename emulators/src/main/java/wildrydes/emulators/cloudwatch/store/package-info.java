/**
 * The samples themselves, by metric and time, and the statistics of them. Memory is bounded: old
 * samples are rolled up, then dropped.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.store;

import org.jspecify.annotations.NullMarked;
