package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.RequestRide.Answer;

class RequestRideTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Location HERE = new Location(47.6, -122.3);
  private static final Optional<String> KEY = Optional.of("a key");

  private final InMemoryRides rides = new InMemoryRides();
  private final List<RideRequested> sent = new ArrayList<>();
  private final RequestRide requestRide = requestRide(sent::add);

  @Test
  void aRideIsStoredAndItsRequestQueued() {
    Ride ride = accepted(requestRide.request("alice", HERE, Optional.empty()));

    assertThat(ride).isEqualTo(Ride.requested(ride.id(), "alice", HERE, NOW));
    assertThat(rides.find(ride.id())).contains(ride);
    assertThat(sent).containsExactly(new RideRequested(ride.id(), "alice", HERE, NOW));
  }

  @Test
  void withoutAKeyEveryRequestIsANewRide() {
    Ride one = accepted(requestRide.request("alice", HERE, Optional.empty()));
    Ride two = accepted(requestRide.request("alice", HERE, Optional.empty()));

    assertThat(one.id()).isNotEqualTo(two.id());
  }

  @Test
  void oneKeyIsOneRide() {
    Ride one = accepted(requestRide.request("alice", HERE, KEY));
    Ride again = accepted(requestRide.request("alice", HERE, KEY));

    assertThat(again).isEqualTo(one);
    assertThat(sent).containsExactly(one.request(), one.request());
  }

  @Test
  void anotherRidersKeyIsAnotherRide() {
    Ride alices = accepted(requestRide.request("alice", HERE, KEY));
    Ride bobs = accepted(requestRide.request("bob", HERE, KEY));
    Ride shifted = accepted(requestRide.request("alicea", HERE, Optional.of(" key")));

    assertThat(alices.id()).isNotEqualTo(bobs.id());
    assertThat(alices.id()).isNotEqualTo(shifted.id());
  }

  @Test
  void aKeyOfAnotherPickupIsRefused() {
    Ride one = accepted(requestRide.request("alice", HERE, KEY));

    Answer other = requestRide.request("alice", new Location(47.7, -122.3), KEY);

    assertThat(other).isEqualTo(new Answer.KeyReused(one.id()));
    assertThat(rides.find(one.id())).contains(one);
    assertThat(sent).hasSize(1);
  }

  @Test
  void aDecidedRideIsAcceptedAgainButNotRequestedAgain() {
    Ride one = accepted(requestRide.request("alice", HERE, KEY));
    var assigned = new Ride.Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 10, 1);
    rides.put(new Ride(one.id(), "alice", HERE, NOW, assigned, List.of()));

    Ride again = accepted(requestRide.request("alice", HERE, KEY));

    assertThat(again.status()).isEqualTo(assigned);
    assertThat(sent).hasSize(1);
  }

  @Test
  void aRideWhoseRequestWasNotQueuedIsNotAcceptedUntilItIs() {
    var broken =
        requestRide(
            _ -> {
              throw new IllegalStateException("the queue is away");
            });
    assertThatIllegalStateException().isThrownBy(() -> broken.request("alice", HERE, KEY));

    Ride saved = accepted(requestRide.request("alice", HERE, KEY));

    assertThat(sent).containsExactly(saved.request());
  }

  @Test
  void aRiderWithTooManyOpenRidesGetsNoMore() {
    accepted(requestRide.request("alice", HERE, KEY));
    accepted(requestRide.request("alice", HERE, Optional.empty()));

    Answer third = requestRide.request("alice", HERE, Optional.empty());

    assertThat(third).isEqualTo(new Answer.TooManyOpen(NOW));
    assertThat(sent).hasSize(2);
    accepted(requestRide.request("alice", HERE, KEY));
    accepted(requestRide.request("bob", HERE, Optional.empty()));
  }

  private RequestRide requestRide(RideRequests requests) {
    var clock = InstantSource.fixed(NOW);
    var open = new OpenRides(rides, 2, Duration.ofMinutes(30), clock);
    return new RequestRide(rides, requests, new RideIds(new Random(1)), open, clock);
  }

  private static Ride accepted(Answer answer) {
    return ((Answer.Accepted) answer).ride();
  }
}
