/**
 * The resources that {@code template.yaml} declares, on one JDK: SQS by ElasticMQ and DynamoDB by
 * DynamoDB Local, with the queues and tables of the real template in them. Everything listens on
 * 127.0.0.1 alone, prints nothing, and lets the JVM end.
 *
 * <p>What a resource is called and how it behaves is read from the template, never repeated here: a
 * test or a local run that works against these works against the same declarations that are
 * deployed.
 */
@NullMarked
package wildrydes.emulators;

import org.jspecify.annotations.NullMarked;
