package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;

class OpenRidesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int LIMIT = 3;

  private final PassingTime time = new PassingTime(NOW);
  private final LookedUpRides rides = new LookedUpRides();
  private final OpenRides open = new OpenRides(rides, LIMIT, PATIENCE, time);

  @Test
  void aRiderMayHaveSoManyAndNobodyLooksBeforeThat() {
    assertThat(open.admit("alice", id(1))).isTrue();
    assertThat(open.admit("alice", id(2))).isTrue();
    assertThat(open.admit("alice", id(3))).isTrue();
    assertThat(rides.looks).isEmpty();

    assertThat(open.admit("alice", id(4))).isFalse();

    assertThat(open.admit("bob", id(4))).isTrue();
  }

  @Test
  void aRideIsCountedOnceHoweverOftenItIsAskedFor() {
    for (int i = 0; i < 10; i++) {
      assertThat(open.admit("alice", id(1))).isTrue();
    }
    assertThat(open.admit("alice", id(2))).isTrue();
    assertThat(open.admit("alice", id(3))).isTrue();
    assertThat(open.admit("alice", id(4))).isFalse();

    assertThat(open.admit("alice", id(1))).isTrue();
  }

  @Test
  void aRideWithAnOutcomeMakesRoom() {
    fill("alice");
    rides.decided.add(id(2));

    assertThat(open.admit("alice", id(4))).isTrue();

    assertThat(rides.looks).containsExactly(Set.of(id(1), id(2), id(3)));
    time.pause(Duration.ofSeconds(1));
    assertThat(open.admit("alice", id(5))).isFalse();
  }

  @Test
  void aRiderAtTheLimitIsLookedUpOnceASecond() {
    fill("alice");
    for (int i = 4; i < 100; i++) {
      assertThat(open.admit("alice", id(i))).isFalse();
    }
    assertThat(rides.looks).hasSize(1);

    time.pause(Duration.ofSeconds(1));
    rides.decided.addAll(List.of(id(1), id(2), id(3)));

    assertThat(open.admit("alice", id(4))).isTrue();
    assertThat(rides.looks).hasSize(2);
  }

  @Test
  void aRideThatIsOverdueIsNotOpen() {
    fill("alice");
    time.pause(PATIENCE.plusMillis(1));

    assertThat(open.admit("alice", id(4))).isTrue();
  }

  @Test
  void theOldestIsTold() {
    open.admit("alice", id(1));
    time.pause(Duration.ofSeconds(5));
    open.admit("alice", id(2));

    assertThat(open.oldest("alice")).isEqualTo(NOW);
    assertThat(open.oldest("bob")).isEqualTo(time.instant());
  }

  @Test
  void memoryIsBoundedByForgettingWhoHasNotAskedForLongest() {
    fill("alice");
    for (int i = 0; i < 50_000; i++) {
      open.admit("rider " + i, id(i));
    }

    assertThat(open.admit("alice", id(4))).isTrue();

    assertThat(rides.looks).isEmpty();
  }

  @Test
  void theLimitHoldsWhenAllAreAskedForAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 200)
              .<Callable<Boolean>>mapToObj(i -> () -> open.admit("alice", id(i)))
              .toList();
      int admitted = 0;
      for (var each : threads.invokeAll(all)) {
        admitted += each.get() ? 1 : 0;
      }

      assertThat(admitted).isEqualTo(LIMIT);
    }
  }

  private void fill(String rider) {
    for (int i = 1; i <= LIMIT; i++) {
      open.admit(rider, id(i));
    }
  }

  private static RideId id(int number) {
    return RideId.of(ByteBuffer.allocate(16).putInt(12, number).array());
  }

  /** Every ride is open but those that are said to be decided. */
  private static final class LookedUpRides implements Rides {
    private final List<Set<RideId>> looks = new ArrayList<>();
    private final List<RideId> decided = new ArrayList<>();

    @Override
    public synchronized Set<RideId> requestedAmong(Set<RideId> ids) {
      looks.add(ids);
      var open = new java.util.HashSet<>(ids);
      decided.forEach(open::remove);
      return open;
    }

    @Override
    public Ride putIfAbsent(Ride ride) {
      throw new UnsupportedOperationException("nothing is stored here");
    }

    @Override
    public Optional<Ride> find(RideId id) {
      throw new UnsupportedOperationException("nothing is stored here");
    }
  }
}
