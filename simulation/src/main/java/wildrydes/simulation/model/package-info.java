/**
 * Models of the AWS services behind the SDK's own client interfaces: the functions' real code talks
 * to them in one thread, at a virtual time, in microseconds a call. They know nothing of the
 * product: expressions, queues and tables of any kind are evaluated as AWS does. The rule that must
 * hold: a model passes the contract that DynamoDB Local or ElasticMQ passes, but for the
 * differences that {@code KnownDifference} lists, and refuses loudly what it does not model.
 */
@NullMarked
package wildrydes.simulation.model;

import org.jspecify.annotations.NullMarked;
