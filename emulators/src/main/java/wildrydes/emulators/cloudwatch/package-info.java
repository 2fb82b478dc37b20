/**
 * A CloudWatch for the laptop: one port on 127.0.0.1 that the Java SDK, boto3 and the aws CLI use
 * unchanged, and one {@link wildrydes.emulators.cloudwatch.store.MetricStore} behind it, to which
 * the other local parts publish directly.
 *
 * <p>An operation is written once, against {@code Parameters} in and a JSON tree out; the wire
 * protocols are codecs around it. A new operation is a class and a line in {@code Operations}.
 * Where CloudWatch has a rule, its limit and its error apply here too; what is not implemented is
 * refused by name, never answered with an empty success.
 */
@NullMarked
package wildrydes.emulators.cloudwatch;

import org.jspecify.annotations.NullMarked;
