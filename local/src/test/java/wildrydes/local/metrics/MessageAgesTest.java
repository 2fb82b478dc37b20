package wildrydes.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import wildrydes.emulators.template.Queue;

class MessageAgesTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final String RIDES = "Rides";

  private Instant now = NOON;
  private final MessageAges ages =
      new MessageAges(
          List.of(
              new Queue(
                  "Rides",
                  RIDES,
                  "arn",
                  Map.of("VisibilityTimeout", "180"),
                  Optional.of(new Queue.Redrive("dead", 5)))),
          () -> now);

  @Test
  void theOldestUndoneMessageTells() {
    ages.received(RIDES, List.of(message("a", 30, 1), message("b", 90, 2)));
    assertThat(ages.oldest(RIDES)).contains(NOON.minusSeconds(90));

    ages.done(RIDES, List.of(message("b", 90, 2)));
    assertThat(ages.oldest(RIDES)).contains(NOON.minusSeconds(30));
  }

  @Test
  void aFailedMessageGrowsOlderUntilItsLastDelivery() {
    ages.received(RIDES, List.of(message("a", 30, 4)));
    ages.failed(RIDES, List.of(message("a", 30, 4)));
    assertThat(ages.oldest(RIDES)).contains(NOON.minusSeconds(30));

    ages.received(RIDES, List.of(message("a", 30, 5)));
    ages.failed(RIDES, List.of(message("a", 30, 5)));
    assertThat(ages.oldest(RIDES)).isEmpty();
  }

  /** Somebody else deleted it, or SQS moved it. */
  @Test
  void aMessageThatDoesNotComeBackIsForgotten() {
    ages.received(RIDES, List.of(message("a", 30, 1)));

    now = NOON.plusSeconds(185);
    assertThat(ages.oldest(RIDES)).isPresent();

    now = NOON.plusSeconds(186);
    assertThat(ages.oldest(RIDES)).isEmpty();
  }

  @Test
  void aQueueThatNobodyWorksFromIsUnknown() {
    assertThat(ages.knows("DeadLetters")).isFalse();
    assertThat(ages.oldest("DeadLetters")).isEmpty();
  }

  private static Message message(String id, int age, int receives) {
    return Message.builder()
        .messageId(id)
        .attributes(
            Map.of(
                MessageSystemAttributeName.SENT_TIMESTAMP,
                Long.toString(NOON.minusSeconds(age).toEpochMilli()),
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                Integer.toString(receives)))
        .build();
  }
}
