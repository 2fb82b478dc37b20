package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.template.Queue;

/** What happens to a message that is received too often, and how it comes back. */
interface DeadLetterContract extends SqsTwin {

  private String deadLetters() {
    return create(
        SqsTwin.queue("Dead" + unique(), Map.of("VisibilityTimeout", "0"), Optional.empty()));
  }

  private String jobs() {
    return create(
        SqsTwin.queue(
            "Jobs" + unique(),
            Map.of("VisibilityTimeout", "0"),
            Optional.of(new Queue.Redrive(SqsTwin.arn("Dead" + unique()), 2))));
  }

  private Message failTwice(String jobs) {
    look(jobs);
    var last = receiveOne(jobs, 0);
    // The receive after the last one is what moves it.
    assertThat(look(jobs)).isEmpty();
    return last;
  }

  @Test
  default void aMessageReceivedTooOftenBecomesADeadLetterWithItsIdAndSentTime() {
    var deadLetters = deadLetters();
    var jobs = jobs();
    var id = send(jobs, "job");

    var last = failTwice(jobs);
    var dead = eventually(() -> look(deadLetters).stream().findFirst());

    assertThat(dead.messageId()).isEqualTo(id);
    assertThat(dead.body()).isEqualTo("job");
    assertThat(dead.attributes().get(SENT_TIMESTAMP))
        .isEqualTo(last.attributes().get(SENT_TIMESTAMP));
    assertThat(dead.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "3");
    assertThat(look(jobs)).isEmpty();
  }

  @Test
  default void aMessageIsDeliveredAsOftenAsThePolicySays() {
    deadLetters();
    var jobs = jobs();
    send(jobs, "job");

    assertThat(look(jobs)).hasSize(1);
    assertThat(look(jobs)).hasSize(1);
    assertThat(look(jobs)).isEmpty();
  }

  @Test
  default void aDeadLetterDoesNotStandInTheWayOfOthers() {
    deadLetters();
    var jobs = jobs();
    send(jobs, "failing");
    look(jobs);
    look(jobs);
    send(jobs, "fresh");

    assertThat(look(jobs)).extracting(Message::body).containsExactly("fresh");
  }

  @Test
  default void aRedrivenMessageIsANewOne() {
    var deadLetters = deadLetters();
    var jobs = jobs();
    var id = send(jobs, "job");
    failTwice(jobs);

    sqs()
        .startMessageMoveTask(
            s ->
                s.sourceArn(SqsTwin.arn("Dead" + unique()))
                    .destinationArn(SqsTwin.arn("Jobs" + unique())));
    var back = eventually(() -> look(jobs).stream().findFirst());

    assertThat(back.body()).isEqualTo("job");
    assertThat(back.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "1");
    assertThat(back.messageId().equals(id))
        .isEqualTo(differences().contains(KnownDifference.ELASTICMQ_KEEPS_IDS_ON_REDRIVE));
    assertThat(look(deadLetters)).isEmpty();
  }
}
