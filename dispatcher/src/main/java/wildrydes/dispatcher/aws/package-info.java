/**
 * The dispatcher on AWS: request messages in batches from SQS, unicorns in DynamoDB, outcomes to
 * the next queue. The rule that must hold: a delivery is acknowledged only after its outcome is
 * queued.
 */
@NullMarked
package wildrydes.dispatcher.aws;

import org.jspecify.annotations.NullMarked;
