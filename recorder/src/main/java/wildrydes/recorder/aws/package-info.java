/**
 * The recorder on AWS: outcome messages in batches from SQS, rides in DynamoDB, counts in
 * CloudWatch. The rules that must hold: what is counted was recorded before, and no trouble with a
 * metric ever touches a ride.
 */
@NullMarked
package wildrydes.recorder.aws;

import org.jspecify.annotations.NullMarked;
