package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.requestapi.Ride.Status;

class AwaitOutcomeTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final PassingTime time = new PassingTime(NOW);
  private final CountedRides rides = new CountedRides();
  private final AwaitOutcome awaitOutcome =
      new AwaitOutcome(new ShowRide(rides, PATIENCE, time), time::pause, time);
  private final Ride ride =
      Ride.requested(RideId.of(new byte[16]), "alice", new Location(47.6, -122.3), NOW);

  @Test
  void theAnswerComesSoonAfterTheOutcome() {
    rides.stored.putIfAbsent(ride);
    time.in(Duration.ofMillis(700), () -> rides.decide(ride));

    Ride latest = awaitOutcome.await(ride, Duration.ofSeconds(20));

    assertThat(latest.status()).isEqualTo(new Status.Unassigned());
    assertThat(time.instant()).isBetween(NOW.plusMillis(700), NOW.plusMillis(950));
    assertThat(rides.looks).hasSize(3);
  }

  @Test
  void aRideThatHasItsOutcomeIsNotLookedAt() {
    rides.stored.putIfAbsent(ride);
    rides.decide(ride);
    Ride decided = rides.stored.find(ride.id()).orElseThrow();

    assertThat(awaitOutcome.await(decided, Duration.ofSeconds(20))).isEqualTo(decided);

    assertThat(rides.looks).isEmpty();
    assertThat(time.instant()).isEqualTo(NOW);
  }

  @Test
  void theLongestWaitEndsOnTimeAndCostsADozenLooks() {
    rides.stored.putIfAbsent(ride);

    Ride latest = awaitOutcome.await(ride, Duration.ofSeconds(20));

    assertThat(latest).isEqualTo(ride);
    assertThat(time.instant()).isEqualTo(NOW.plusSeconds(20));
    assertThat(rides.looks).hasSize(12);
  }

  @Test
  void anOldRideIsLookedAtLessOften() {
    rides.stored.putIfAbsent(ride);
    time.pause(Duration.ofMinutes(1));

    awaitOutcome.await(ride, Duration.ofSeconds(20));

    assertThat(rides.looks).hasSize(5);
  }

  @Test
  void aRideFromAClockThatIsAheadIsAwaitedAllTheSame() {
    Ride ahead = Ride.requested(ride.id(), "alice", ride.pickupLocation(), NOW.plusSeconds(60));
    rides.stored.putIfAbsent(ahead);

    assertThat(awaitOutcome.await(ahead, Duration.ofSeconds(1))).isEqualTo(ahead);

    assertThat(time.instant()).isEqualTo(NOW.plusSeconds(1));
    assertThat(rides.looks).hasSize(4);
  }

  @Test
  void aRideThatFailsByTheClockIsShownAsFailed() {
    rides.stored.putIfAbsent(ride);
    time.pause(PATIENCE.minusSeconds(1));

    Ride latest = awaitOutcome.await(ride, Duration.ofSeconds(20));

    assertThat(latest.status()).isEqualTo(new Status.Failed("no outcome in time"));
    assertThat(time.instant()).isBefore(NOW.plus(PATIENCE).plusSeconds(4));
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() {
    rides.stored.putIfAbsent(ride);
    time.in(Duration.ofMillis(100), () -> Thread.currentThread().interrupt());

    Ride latest = awaitOutcome.await(ride, Duration.ofSeconds(20));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(latest).isEqualTo(ride);
    assertThat(rides.looks).hasSize(1);
  }

  /** Tells which rides were looked at. */
  private static final class CountedRides implements Rides {
    private final InMemoryRides stored = new InMemoryRides();
    private final List<RideId> looks = new ArrayList<>();

    void decide(Ride ride) {
      stored.decide(ride.id(), new Status.Unassigned());
    }

    @Override
    public Ride putIfAbsent(Ride ride) {
      return stored.putIfAbsent(ride);
    }

    @Override
    public Optional<Ride> find(RideId id) {
      looks.add(id);
      return stored.find(id);
    }

    @Override
    public Set<RideId> requestedAmong(Set<RideId> ids) {
      return stored.requestedAmong(ids);
    }
  }
}
