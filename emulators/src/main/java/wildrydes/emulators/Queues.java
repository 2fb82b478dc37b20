package wildrydes.emulators;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import wildrydes.emulators.template.Queue;

/**
 * Brings ElasticMQ's queues to what the template declares; those from an earlier run keep their
 * messages.
 */
record Queues(SqsClient sqs) {

  void bring(Iterable<Queue> queues) {
    var urls = new LinkedHashMap<Queue, String>();
    // First all of them, then what binds them: a dead-letter queue must exist before a queue can
    // name it.
    for (var queue : queues) {
      urls.put(queue, existing(queue));
    }
    urls.forEach(this::bind);
  }

  private String existing(Queue queue) {
    try {
      return sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
    } catch (QueueDoesNotExistException absent) {
      return sqs.createQueue(request -> request.queueName(queue.name())).queueUrl();
    }
  }

  private void bind(Queue queue, String url) {
    var attributes = new HashMap<String, String>(queue.attributes());
    queue
        .redrive()
        .ifPresentOrElse(
            redrive -> attributes.put(REDRIVE_POLICY.toString(), json(redrive)),
            () -> refuseLeftOver(queue, url));
    if (!attributes.isEmpty()) {
      sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(attributes));
    }
  }

  // ElasticMQ cannot take a policy back.
  private void refuseLeftOver(Queue queue, String url) {
    var policy =
        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(REDRIVE_POLICY))
            .attributes();
    if (!policy.equals(Map.of())) {
      throw new IllegalStateException(
          "The kept queue "
              + queue.name()
              + " has a redrive policy that the template no longer has. Start with an empty data folder.");
    }
  }

  private static String json(Queue.Redrive redrive) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
        .formatted(redrive.deadLetterQueueArn(), redrive.maxReceiveCount());
  }
}
