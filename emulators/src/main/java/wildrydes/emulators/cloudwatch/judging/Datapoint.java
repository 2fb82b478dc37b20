package wildrydes.emulators.cloudwatch.judging;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What an alarm watches, in one period.
 *
 * @param period its first instant
 * @param sampleCount how many samples the value is made of; empty for the result of an expression
 */
public record Datapoint(Instant period, double value, OptionalDouble sampleCount) {}
