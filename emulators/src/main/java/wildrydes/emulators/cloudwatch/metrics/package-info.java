/** The operations on metrics: put, list, and read by period. */
@NullMarked
package wildrydes.emulators.cloudwatch.metrics;

import org.jspecify.annotations.NullMarked;
