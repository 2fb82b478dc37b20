package wildrydes.ops.deadletters.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.ops.deadletters.Lane;

/** Finds a stack's queues by their names, each once. */
final class QueueAddresses {

  private final SqsClient sqs;
  private final String stack;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  QueueAddresses(SqsClient sqs, String stack) {
    this.sqs = sqs;
    this.stack = stack;
  }

  String queue(Lane lane) {
    return url(lane.queueName(stack));
  }

  String deadLetters(Lane lane) {
    return url(lane.deadLetterQueueName(stack));
  }

  String arn(String url) {
    return sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  private String url(String name) {
    return urls.computeIfAbsent(
        name, missing -> sqs.getQueueUrl(q -> q.queueName(missing)).queueUrl());
  }
}
