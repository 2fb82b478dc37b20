package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wildrydes.emulators.Stack;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;

/**
 * Rides of which a message is among the dead letters, of both lanes and all causes. Where no retry
 * helps, the real functions have put it there.
 */
final class LostRides {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LocalPipeline pipeline;
  private final SqsDeadLetterQueues queues;
  private final TestRides rides;
  private final List<RideRequested> stored = new ArrayList<>();

  LostRides(LocalPipeline pipeline) {
    this.pipeline = pipeline;
    queues = new SqsDeadLetterQueues(pipeline.stack().sqs(), "WildRydes");
    rides = new TestRides(pipeline.stack());
  }

  /** Two requests that failed too often, one of a later version, and one that is none. */
  void loseRequests() {
    queues.put(Lane.REQUESTS, TestRides.body(stored()), Map.of());
    queues.put(Lane.REQUESTS, TestRides.body(stored()), Map.of());
    RideRequested later = stored();
    send("RideRequestQueue", TestRides.body(later).replace("\"Version\":1", "\"Version\":2"));
    send("RideRequestQueue", "{\"Type\":\"RideDreamt\"}");
    awaitDeadLetters(Lane.REQUESTS, 4);
    // By way of the outcome queue.
    await("the later version's ride is FAILED")
        .atMost(PATIENCE)
        .until(() -> rides.statusOf(later).equals("FAILED"));
  }

  /** Two assignments that failed too often, one of them late by now, and one of no ride. */
  void loseOutcomes() {
    queues.put(Lane.OUTCOMES, TestRides.assignment(stored(), "Shadowfax"), Map.of());
    queues.put(Lane.OUTCOMES, late(TestRides.assignment(stored(), "Gone")), Map.of());
    send("RideOutcomeQueue", TestRides.assignment(rides.unknown(), "Nobody's"));
    awaitDeadLetters(Lane.OUTCOMES, 3);
  }

  /** Leaves nothing among the dead letters. */
  void purge() {
    Stack stack = pipeline.stack();
    for (String queue : List.of("RideRequestDeadLetterQueue", "RideOutcomeDeadLetterQueue")) {
      stack.sqs().purgeQueue(p -> p.queueUrl(stack.queueUrl(queue)));
    }
  }

  void send(String queue, String body) {
    Stack stack = pipeline.stack();
    stack.sqs().sendMessage(s -> s.queueUrl(stack.queueUrl(queue)).messageBody(body));
  }

  void awaitDeadLetters(Lane lane, int count) {
    await(count + " dead letters of " + lane)
        .atMost(PATIENCE)
        .until(() -> queues.count(lane).visible() == count);
  }

  /** The only one that a ride waits for and that nobody can read. */
  DeadLetter unreadable() {
    return only(letter -> letter.rideId().isPresent() && isBecauseOf("unreadable-message", letter));
  }

  /** The only one that no ride waits for. */
  DeadLetter ofNoRide() {
    return only(letter -> letter.rideId().isEmpty() || isBecauseOf("no-such-ride", letter));
  }

  /** The only one that was mended. */
  DeadLetter edited() {
    return only(letter -> isBecauseOf("edited", letter));
  }

  private static boolean isBecauseOf(String reason, DeadLetter letter) {
    return reason.equals(letter.attributes().get("Reason"));
  }

  /** Looks without holding anything, of few messages at all of them. */
  private DeadLetter only(Predicate<DeadLetter> isMeant) {
    List<DeadLetter> meant =
        Arrays.stream(Lane.values())
            .filter(lane -> queues.count(lane).visible() > 0)
            .flatMap(lane -> queues.receive(lane, 10, Duration.ZERO).stream())
            .filter(isMeant)
            .toList();
    // The runbook works one lane after the other, so that both have one at first.
    assertThat(meant).isNotEmpty();
    assertThat(meant).extracting(DeadLetter::lane).doesNotHaveDuplicates();
    return meant.getFirst();
  }

  /** Nothing is among the dead letters, held or not, and each ride has a unicorn. */
  void assertThatAllAreSaved() {
    for (Lane lane : Lane.values()) {
      assertThat(queues.count(lane).all()).as("dead letters of %s", lane).isZero();
    }
    assertThat(stored).allSatisfy(r -> assertThat(rides.statusOf(r)).isEqualTo("ASSIGNED"));
  }

  private RideRequested stored() {
    RideRequested ride = rides.stored();
    rides.addUnicorn("Unicorn " + ride.rideId());
    stored.add(ride);
    return ride;
  }

  /** Its lease is over. */
  private static String late(String assignment) {
    String late =
        assignment.replaceFirst(
            "\"LeaseUntil\":\"[^\"]+\"",
            "\"LeaseUntil\":\"%s\"".formatted(Instant.now().minusSeconds(60)));
    assertThat(late).isNotEqualTo(assignment);
    return late;
  }
}
