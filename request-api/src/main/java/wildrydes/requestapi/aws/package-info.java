/**
 * The request API on AWS: HTTP requests as API Gateway's events (payload format 1.0), rides in
 * DynamoDB, requests to SQS. The rule that must hold: no input gets anything but an answer, and
 * every refusal says what to do.
 */
@NullMarked
package wildrydes.requestapi.aws;

import org.jspecify.annotations.NullMarked;
