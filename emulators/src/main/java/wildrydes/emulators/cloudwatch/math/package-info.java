/**
 * CloudWatch's metric math: what "Using math expressions with CloudWatch metrics" in the user guide
 * says, on time series in memory. Pure: it knows no request, no store and no clock. {@link
 * wildrydes.emulators.cloudwatch.math.Expression} is parsed once, {@link
 * wildrydes.emulators.cloudwatch.math.Worksheet} evaluates expressions that name each other.
 *
 * <p>What the guide leaves open is decided here and said where it is decided. A result that is not
 * a finite number (a division by zero, the logarithm of zero) is no data point.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.math;

import org.jspecify.annotations.NullMarked;
