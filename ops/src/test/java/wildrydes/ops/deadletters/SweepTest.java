package wildrydes.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.terminal.CommandFailure;

class SweepTest {

  private static final Selection ALL = Selection.all(List.of(Lane.values()));

  private final Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final InMemoryDeadLetterQueues queues = new InMemoryDeadLetterQueues(() -> now);

  @Test
  void allAreFoundTheOldestFirst() {
    put(1234);
    queues.putSentAt(Lane.OUTCOMES, "the oldest", Map.of(), now.minus(Duration.ofDays(2)));

    Sweep.Found found = found(ALL);

    assertThat(found.letters()).hasSize(1235);
    assertThat(found.letters().getFirst().letter().body()).isEqualTo("the oldest");
    assertThat(found.allUnseen()).isZero();
    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(1234, 0));
  }

  @Test
  void whoeverIsMeantIsHeldUntilTheEnd() {
    put(12);

    try (var holds = new Holds(queues, () -> now)) {
      sweep().find(ALL, holds, _ -> {});
      assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(0, 12));
    }

    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(12, 0));
  }

  @Test
  void onceAllThatIsMeantIsFoundTheOthersAreLeftAlone() {
    put(1000);
    String id = queues.all(Lane.REQUESTS).get(3).messageId();
    List<Long> seen = new ArrayList<>();

    try (var holds = new Holds(queues, () -> now)) {
      Sweep.Found found = sweep().find(Selection.messages(List.of(id)), holds, seen::add);

      assertThat(found.letters()).hasSize(1);
      assertThat(found.allUnseen()).isZero();
    }
    assertThat(seen.getLast()).isLessThan(500);
  }

  @Test
  void aLimitCutsOff() {
    put(50);
    var limited =
        new Selection(
            List.of(Lane.REQUESTS),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            OptionalInt.of(7));

    assertThat(found(limited).letters()).hasSize(7);
  }

  @Test
  void aFailureReleasesAll() {
    put(12);
    queues.putSentAt(Lane.REQUESTS, "one", Map.of("RideId", RideId.of(new byte[16]).value()), now);
    RideRecords broken =
        (Collection<RideId> _) -> {
          throw new IllegalStateException("away");
        };

    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              try (var holds = new Holds(queues, () -> now)) {
                new Sweep(queues, broken, () -> now).find(ALL, holds, _ -> {});
              }
            });
    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(13, 0));
  }

  /** Ctrl-C releases while others still receive. */
  @Test
  void whatComesAfterTheReleaseIsReleased() {
    put(12);
    var holds = new Holds(queues, () -> now);
    holds.close();

    assertThatThrownBy(() -> sweep().find(ALL, holds, _ -> {})).isInstanceOf(CommandFailure.class);

    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(12, 0));
  }

  @Test
  void whatIsDeletedIsNotReleased() {
    put(2);

    try (var holds = new Holds(queues, () -> now)) {
      Sweep.Found found = sweep().find(ALL, holds, _ -> {});
      holds.delete(found.letters().getFirst().letter());
    }

    assertThat(queues.count(Lane.REQUESTS)).isEqualTo(new Count(1, 0));
  }

  private Sweep.Found found(Selection selection) {
    try (var holds = new Holds(queues, () -> now)) {
      return sweep().find(selection, holds, _ -> {});
    }
  }

  private Sweep sweep() {
    return new Sweep(queues, new InMemoryRideRecords(), () -> now);
  }

  private void put(int count) {
    IntStream.range(0, count)
        .forEach(i -> queues.putSentAt(Lane.REQUESTS, "letter " + i, Map.of(), now));
  }
}
