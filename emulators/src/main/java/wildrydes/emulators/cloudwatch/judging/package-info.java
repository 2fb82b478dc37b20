/**
 * Whether an alarm goes off: pure functions of its rule, the datapoints there are and its present
 * state, so that a test needs no clock and no store. Datapoints are compared as CloudWatch
 * documents it under "Configuring how CloudWatch alarms treat missing data".
 */
@NullMarked
package wildrydes.emulators.cloudwatch.judging;

import org.jspecify.annotations.NullMarked;
