/**
 * SQS event sources as Lambda runs them: poll, invoke with a batch, delete all but what the
 * function reports as failed. What is not deleted waits for its visibility time-out.
 */
@NullMarked
package wildrydes.local.sqs;

import org.jspecify.annotations.NullMarked;
