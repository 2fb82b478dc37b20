/**
 * What the AWS sides of the three functions share: settings out of the environment, SDK clients
 * that fail in time, SQS batches of which each message stands alone, and the queues they send to.
 */
@NullMarked
package wildrydes.edge;

import org.jspecify.annotations.NullMarked;
