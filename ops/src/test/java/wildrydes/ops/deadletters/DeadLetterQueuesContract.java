package wildrydes.ops.deadletters;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;

/** What every pair of lanes must do; each test finds them empty. */
public abstract class DeadLetterQueuesContract {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofSeconds(1);

  protected abstract DeadLetterQueues queues();

  /** The present, as the queues see it. */
  protected abstract Instant now();

  /** Lets time pass where it does not pass by itself. */
  protected abstract void pass(Duration time);

  @Test
  void whatIsPutIsReceivedAsItWasPut() {
    Map<String, String> attributes = Map.of("Reason", "unreadable", "Replays", "2");
    queues().put(Lane.OUTCOMES, "no message", attributes);

    DeadLetter letter = receiveOne(Lane.OUTCOMES, LONG);

    assertThat(letter.lane()).isEqualTo(Lane.OUTCOMES);
    assertThat(letter.body()).isEqualTo("no message");
    assertThat(letter.attributes()).isEqualTo(attributes);
    assertThat(letter.sent()).isCloseTo(now(), within(1, ChronoUnit.MINUTES));
    assertThat(queues().receive(Lane.REQUESTS, 10, LONG)).isEmpty();
  }

  @Test
  void whatIsHeldIsCountedAndNobodyElseReceivesIt() {
    queues().put(Lane.REQUESTS, "one", Map.of());
    queues().put(Lane.REQUESTS, "two", Map.of());
    DeadLetter held = receiveOne(Lane.REQUESTS, LONG);

    assertThat(queues().count(Lane.REQUESTS)).isEqualTo(new Count(1, 1));
    assertThat(receiveOne(Lane.REQUESTS, LONG).messageId()).isNotEqualTo(held.messageId());
    assertThat(queues().receive(Lane.REQUESTS, 10, LONG)).isEmpty();
  }

  @Test
  void whatIsReleasedIsThereAtOnce() {
    IntStream.range(0, 12).forEach(i -> queues().put(Lane.REQUESTS, "letter " + i, Map.of()));
    List<DeadLetter> held = new ArrayList<>(queues().receive(Lane.REQUESTS, 10, LONG));
    while (held.size() < 12) {
      held.addAll(queues().receive(Lane.REQUESTS, 10, LONG));
    }

    queues().release(held);

    assertThat(queues().count(Lane.REQUESTS)).isEqualTo(new Count(12, 0));
    assertThat(receiveOne(Lane.REQUESTS, LONG).messageId()).isIn(ids(held));
  }

  @Test
  void noMoreAreReceivedThanWereAskedFor() {
    IntStream.range(0, 12).forEach(i -> queues().put(Lane.REQUESTS, "letter " + i, Map.of()));

    assertThat(queues().receive(Lane.REQUESTS, 3, LONG)).hasSizeBetween(1, 3);
    assertThat(queues().receive(Lane.REQUESTS, 99, LONG)).hasSizeBetween(1, 10);
  }

  @Test
  void aHoldIsCountedFromNowOnAndEnds() {
    queues().put(Lane.REQUESTS, "one", Map.of());
    DeadLetter held = receiveOne(Lane.REQUESTS, LONG);

    queues().hold(held, SHORT);
    pass(SHORT);

    assertThat(receiveOne(Lane.REQUESTS, LONG).messageId()).isEqualTo(held.messageId());
  }

  @Test
  void whatIsDeletedIsGone() {
    queues().put(Lane.OUTCOMES, "one", Map.of());

    queues().delete(receiveOne(Lane.OUTCOMES, LONG));

    assertThat(queues().count(Lane.OUTCOMES)).isEqualTo(new Count(0, 0));
  }

  @Test
  void whatIsSentWaitsForTheFunctions() {
    queues().send(Lane.OUTCOMES, "one", Map.of("Replays", "1"));

    assertThat(queues().waiting(Lane.OUTCOMES)).isEqualTo(new Count(1, 0));
    assertThat(queues().waiting(Lane.REQUESTS)).isEqualTo(new Count(0, 0));
    assertThat(queues().count(Lane.OUTCOMES)).isEqualTo(new Count(0, 0));
  }

  /** An empty answer does not mean that there is none. */
  private DeadLetter receiveOne(Lane lane, Duration hold) {
    for (int attempt = 0; attempt < 20; attempt++) {
      List<DeadLetter> received = queues().receive(lane, 1, hold);
      if (!received.isEmpty()) {
        return received.getFirst();
      }
    }
    throw new AssertionError("nothing came");
  }

  private static Set<String> ids(List<DeadLetter> letters) {
    return letters.stream().map(DeadLetter::messageId).collect(toSet());
  }
}
