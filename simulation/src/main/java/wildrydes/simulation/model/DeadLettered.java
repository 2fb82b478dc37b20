package wildrydes.simulation.model;

import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A message that SQS itself has moved to a dead-letter queue, after too many deliveries.
 *
 * @param fromQueue the source queue's name
 * @param toQueue the dead-letter queue's name
 */
public record DeadLettered(String fromQueue, String toQueue, Message message) {}
