package wildrydes.simulation.world;

import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.template.Queue;

/** Replays dead letters, and has an eye on the queues. */
public final class Operator {

  private static final List<String> WORK_QUEUES = List.of("RideRequestQueue", "RideOutcomeQueue");

  private final Cloud cloud;

  Operator(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Everything that lies among the dead letters. */
  public List<Message> deadLetters() {
    return WORK_QUEUES.stream()
        .flatMap(queue -> cloud.sqs().messages(deadLettersOf(queue)).stream())
        .toList();
  }

  /** Everything that is still to be worked. */
  public List<Message> backlog() {
    return WORK_QUEUES.stream()
        .flatMap(queue -> cloud.sqs().messages(cloud.queueUrl(queue)).stream())
        .toList();
  }

  /** Has SQS move all dead letters back, under new message ids. */
  void redrive() {
    for (String queue : WORK_QUEUES) {
      if (cloud.sqs().size(deadLettersOf(queue)) > 0) {
        cloud.history().timeline().add("redrive to", queue);
        cloud
            .sqs()
            .startMessageMoveTask(
                t ->
                    t.sourceArn(deadLetterArnOf(queue))
                        .destinationArn(Deployment.queue(queue).arn()));
      }
    }
  }

  /** Sends every message that has ever been in a work queue once more. */
  void repeatEverything(List<Sent> sent) {
    sent.forEach(
        message ->
            cloud
                .sqs()
                .sendMessage(m -> m.queueUrl(message.queueUrl()).messageBody(message.body())));
  }

  /** A message as it was sent. */
  record Sent(String queueUrl, String body) {}

  private String deadLettersOf(String queue) {
    String arn = deadLetterArnOf(queue);
    return Deployment.TEMPLATE.queues().stream()
        .filter(each -> each.arn().equals(arn))
        .map(each -> cloud.queueUrl(each.logicalId()))
        .findFirst()
        .orElseThrow();
  }

  private static String deadLetterArnOf(String queue) {
    return Deployment.queue(queue).redrive().map(Queue.Redrive::deadLetterQueueArn).orElseThrow();
  }
}
