package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;

class DispatchRideTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Location PICKUP = new Location(0, 0);
  private static final Unicorn NEAR = new Unicorn("Near", "White", "Male");
  private static final Unicorn FAR = new Unicorn("Far", "Golden", "Female");
  private static final DispatchRules RULES = new DispatchRules(10_000, Duration.ofMinutes(5), 5);

  private final InMemoryFleet fleet = new InMemoryFleet();
  private final DispatchRide dispatchRide = dispatchRide(fleet);

  @Test
  void aRideGetsTheNearestFreeUnicornOnALease() {
    fleet.add(FAR, new Location(0.05, 0));
    fleet.add(NEAR, new Location(0.01, 0));

    Dispatch dispatch = dispatchRide.dispatch(request("A"), 1);

    double meters = Earth.meters(PICKUP, new Location(0.01, 0));
    // 1,112 meters at 20 meters a second.
    assertThat(dispatch)
        .isEqualTo(
            new Dispatch.Assigned(
                new RideAssigned(
                    request("A").rideId(),
                    "alice",
                    PICKUP,
                    NOW.minusSeconds(1),
                    NEAR,
                    meters,
                    56,
                    NOW,
                    NOW,
                    NOW.plusSeconds(56 + 300))));
  }

  @Test
  void theDecisionIsTimedWhenTheUnicornIsClaimedAndTheLeaseFromWhenWorkBegan() {
    fleet.add(NEAR, new Location(0.01, 0));
    var ticks = Stream.iterate(NOW, time -> time.plusMillis(7)).iterator();
    var slow =
        new DispatchRide(fleet, RULES, new KnownAreas(() -> NOW), ticks::next, new Random(1));

    var outcome = ((Dispatch.Assigned) slow.dispatch(request("A"), 1)).outcome();

    assertThat(outcome.dispatchTime()).isEqualTo(NOW);
    assertThat(outcome.decisionTime()).isEqualTo(NOW.plusMillis(7));
    assertThat(outcome.leaseUntil()).isEqualTo(NOW.plusSeconds(56 + 300));
  }

  @Test
  void theNextRideGetsTheNextNearest() {
    fleet.add(FAR, new Location(0.05, 0));
    fleet.add(NEAR, new Location(0.01, 0));

    assertThat(unicornOf(dispatchRide.dispatch(request("A"), 1))).isEqualTo(NEAR);
    assertThat(unicornOf(dispatchRide.dispatch(request("B"), 1))).isEqualTo(FAR);
  }

  @Test
  void aRedeliveredRideGoesOnWithItsOwnClaimThoughANearerUnicornCameFree() {
    // In another cell than the nearer one, which a first search would be content with.
    fleet.add(FAR, new Location(0.05, 0));
    Dispatch first = dispatchRide.dispatch(request("A"), 1);
    fleet.add(NEAR, new Location(0.01, 0));

    Dispatch again = dispatchRide.dispatch(request("A"), 2);

    assertThat(again).isEqualTo(first);
  }

  @Test
  void aLostRaceLeadsToTheNextNearest() {
    fleet.add(FAR, new Location(0.05, 0));
    fleet.add(NEAR, new Location(0.01, 0));
    Fleet contested =
        new SameFleet() {
          @Override
          public Optional<Instant> claim(
              FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
            // Somebody else is always a moment faster with the nearest one.
            return unicorn.unicorn().equals(NEAR)
                ? Optional.empty()
                : fleet.claim(unicorn, ride, now, until);
          }
        };

    assertThat(unicornOf(dispatchRide(contested).dispatch(request("A"), 1))).isEqualTo(FAR);
  }

  @Test
  void afterALostClaimTheFleetIsReadAgain() {
    var middle = new Unicorn("Middle", "Silver", "Female");
    fleet.add(NEAR, new Location(0.01, 0));
    fleet.add(middle, new Location(0.015, 0));
    fleet.add(FAR, new Location(0.02, 0));
    List<String> tried = new ArrayList<>();
    Fleet contested =
        new SameFleet() {
          @Override
          public Optional<Instant> claim(
              FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
            tried.add(unicorn.unicorn().name());
            if (tried.size() == 1) {
              // Between the search and its claim two others took the two nearest.
              dispatchRide.dispatch(request("B"), 1);
              dispatchRide.dispatch(request("C"), 1);
            }
            return fleet.claim(unicorn, ride, now, until);
          }
        };

    assertThat(unicornOf(dispatchRide(contested).dispatch(request("A"), 1))).isEqualTo(FAR);

    assertThat(tried).containsExactly("Near", "Far");
  }

  @Test
  void whatARideOfTheSameBatchTriedForIsPassedOverWithoutReadingAgain() {
    fleet.add(FAR, new Location(0.02, 0));
    fleet.add(NEAR, new Location(0.01, 0));
    var siblings =
        new SameFleet() {
          @Override
          public boolean isSpokenFor(FreeUnicorn unicorn, RideId ride) {
            return unicorn.unicorn().equals(NEAR);
          }
        };

    assertThat(unicornOf(dispatchRide(siblings).dispatch(request("A"), 1))).isEqualTo(FAR);

    assertThat(fleet.reads()).doesNotHaveDuplicates();
  }

  @Test
  void aLeaseThatHasJustEndedCountsAsHeldWhileClocksMayDisagree() {
    fleet.add(NEAR, new Location(0.01, 0));
    var dispatched = (Dispatch.Assigned) dispatchRide.dispatch(request("A"), 1);
    Instant leaseUntil = dispatched.outcome().leaseUntil();

    var early = dispatchRideAt(leaseUntil.plusSeconds(5)).dispatch(request("B"), 1);
    var later = dispatchRideAt(leaseUntil.plusSeconds(5).plusMillis(1)).dispatch(request("B"), 1);

    assertThat(early).isInstanceOf(Dispatch.NobodyFree.class);
    assertThat(unicornOf(later)).isEqualTo(NEAR);
  }

  @Test
  void whereNobodyIsFreeIsNotReadAgainBeforeSomebodyMayBe() {
    fleet.add(NEAR, new Location(0.01, 0));
    fleet.add(FAR, new Location(0.05, 0));
    Instant until = leaseUntil(dispatchRide.dispatch(request("A"), 1));
    var clock = new AtomicReference<>(until.minusSeconds(30));
    var remembering =
        new DispatchRide(fleet, RULES, new KnownAreas(clock::get), clock::get, new Random(1));
    Area home = Area.whole(Cell.of(PICKUP));
    assertThat(unicornOf(remembering.dispatch(request("B"), 1))).isEqualTo(FAR);

    int before = timesRead(home);
    clock.set(clock.get().plusMillis(1));
    assertThat(remembering.dispatch(request("C", clock.get()), 1))
        .isInstanceOf(Dispatch.NobodyFree.class);
    assertThat(timesRead(home)).isEqualTo(before);

    clock.set(until.plusSeconds(5).plusMillis(1));
    assertThat(unicornOf(remembering.dispatch(request("D", clock.get()), 1))).isEqualTo(NEAR);
  }

  @Test
  void aRideThatIsAskedForOnceMoreFindsWhatItHasWhereOthersSawNobodyFree() {
    fleet.add(NEAR, new Location(0.01, 0));
    fleet.add(FAR, new Location(0.05, 0));
    RideRequested request = request("A");
    dispatchRide.dispatch(request, 1);
    dispatchRide.dispatch(request("B"), 1);

    assertThat(unicornOf(dispatchRide.dispatch(request, 1))).isEqualTo(NEAR);
  }

  @Test
  void aRedeliveredRideFindsWhoWasAddedWhereNobodyWasFree() {
    assertThat(dispatchRide.dispatch(request("A"), 1)).isInstanceOf(Dispatch.NobodyFree.class);
    fleet.add(NEAR, new Location(0.01, 0));

    assertThat(unicornOf(dispatchRide.dispatch(request("A"), 2))).isEqualTo(NEAR);
  }

  private int timesRead(Area area) {
    return Collections.frequency(fleet.reads(), area);
  }

  @Test
  void aUnicornOutOfReachIsNotSent() {
    fleet.add(FAR, new Location(0.1, 0));

    assertThat(dispatchRide.dispatch(request("A"), 1)).isInstanceOf(Dispatch.NobodyFree.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 6", "2, 8, 12", "3, 16, 24", "4, 20, 30"})
  void whileNobodyIsFreeTheRequestWaitsLongerEachTime(int receive, int least, int most) {
    for (int i = 0; i < 100; i++) {
      Dispatch dispatch = dispatchRide.dispatch(request("A"), receive);

      assertThat(((Dispatch.NobodyFree) dispatch).retryIn())
          .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
  }

  @Test
  void atTheLastDeliveryTheRideStaysUnassigned() {
    RideRequested request = request("A");

    assertThat(dispatchRide.dispatch(request, 5))
        .isEqualTo(new Dispatch.Unassigned(new RideUnassigned(request.rideId(), NOW, NOW)));
  }

  private DispatchRide dispatchRideAt(Instant now) {
    return new DispatchRide(
        fleet, RULES, new KnownAreas(() -> NOW), InstantSource.fixed(now), new Random(1));
  }

  private static DispatchRide dispatchRide(Fleet fleet) {
    return new DispatchRide(
        fleet, RULES, new KnownAreas(() -> NOW), InstantSource.fixed(NOW), new Random(1));
  }

  private static Instant leaseUntil(Dispatch dispatch) {
    return ((Dispatch.Assigned) dispatch).outcome().leaseUntil();
  }

  private static Unicorn unicornOf(Dispatch dispatch) {
    return ((Dispatch.Assigned) dispatch).outcome().unicorn();
  }

  private static RideRequested request(String letter) {
    return request(letter, NOW.minusSeconds(1));
  }

  private static RideRequested request(String letter, Instant time) {
    return new RideRequested(new RideId(letter.repeat(21) + "A"), "alice", PICKUP, time);
  }

  /** The fleet, of which a test changes what it needs. */
  private class SameFleet implements Fleet {

    @Override
    public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
      return fleet.look(areas, most, ride, now);
    }

    @Override
    public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
      return fleet.claim(unicorn, ride, now, until);
    }
  }
}
