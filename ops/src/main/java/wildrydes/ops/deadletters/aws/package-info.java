/**
 * The dead letters' ports on SQS and DynamoDB. What AWS refuses flies as an SDK exception; {@link
 * wildrydes.ops.aws.AwsFailures} tells it at the command line.
 */
@NullMarked
package wildrydes.ops.deadletters.aws;

import org.jspecify.annotations.NullMarked;
